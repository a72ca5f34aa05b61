package tusoi.org.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    record Colours(String left, String right) {
        Colours left(String colour) {
            return new Colours(colour, right);
        }

        Colours right(String colour) {
            return new Colours(left, colour);
        }
    }

    @Test
    void aChangeEnteredLateLeavesLaterDecisionsAsTheyAre() {
        var timeline = Timeline.from(START, new Colours("red", "red"))
                .change(day(100), Colours::left, held -> held.left("blue"))
                .change(day(50), Colours::left, held -> held.left("green"));
        assertThat(timeline.on(day(49))).contains(new Colours("red", "red"));
        assertThat(timeline.on(day(50))).contains(new Colours("green", "red"));
        assertThat(timeline.on(day(100))).contains(new Colours("blue", "red"));
    }

    @Test
    void aChangeReachesPastChangesOfOtherAttributes() {
        var timeline = Timeline.from(START, new Colours("red", "red"))
                .change(day(100), Colours::right, held -> held.right("blue"))
                .change(day(50), Colours::left, held -> held.left("green"));
        assertThat(timeline.on(day(200))).contains(new Colours("green", "blue"));
    }

    @Test
    void neighboursWithTheSameValueAreOne() {
        var timeline = Timeline.from(START, new Colours("red", "red"))
                .change(day(10), Colours::left, held -> held.left("blue"))
                .change(day(10), Colours::left, held -> held.left("red"));
        assertThat(timeline.slices()).hasSize(1);
    }

    @Test
    void nothingHoldsFromTheEndOn() {
        var timeline = Timeline.from(START, new Colours("red", "red")).endOn(day(30));
        assertThat(timeline.on(day(29))).isPresent();
        assertThat(timeline.on(day(30))).isEmpty();
        assertThat(timeline.covers(START, day(30))).isTrue();
        assertThat(timeline.covers(START, day(31))).isFalse();
        assertThat(timeline.covers(START, null)).isFalse();
    }

    @Test
    void slicesThatOverlapAreNoTimeline() {
        var one = new Slice<>(START, day(10), "a");
        var other = new Slice<>(day(9), null, "b");
        assertThatThrownBy(() -> new Timeline<>(List.of(one, other))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Slice<>(START, START, "a")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Against a list with one entry a day, which needs no slices. */
    @Test
    void anySeriesOfChangesEqualsTheSameDoneDayByDay() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int run = 0; run < 500; run++) {
            var timeline = Timeline.from(START, new Colours("c0", "c0"));
            List<Colours> days = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                days.add(new Colours("c0", "c0"));
            }
            for (int change = 0; change < 8; change++) {
                int from = random.nextInt(60);
                String colour = "c" + random.nextInt(4);
                timeline = timeline.change(day(from), Colours::left, held -> held.left(colour));
                String before = days.get(from).left();
                for (int i = from; i < 60 && days.get(i).left().equals(before); i++) {
                    days.set(i, days.get(i).left(colour));
                }
            }
            for (int i = 0; i < 60; i++) {
                assertThat(timeline.on(day(i)))
                        .as("seed %d run %d day %d", seed, run, i)
                        .contains(days.get(i));
            }
        }
    }

    private static LocalDate day(int number) {
        return START.plusDays(number);
    }
}
