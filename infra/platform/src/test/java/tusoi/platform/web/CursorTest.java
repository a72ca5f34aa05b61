package tusoi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tusoi.platform.problems.ProblemException;

class CursorTest {
    @Test
    void valuesComeBackAsWhatTheyWere() {
        UUID id = UUID.randomUUID();
        Instant instant = Instant.parse("2024-02-29T01:02:03.000004Z");
        Cursor cursor = Cursor.parse(Cursor.of("Đặng", id, 17, instant).text(), 4);
        assertThat(cursor.values().getFirst()).isEqualTo("Đặng");
        assertThat(cursor.id(1)).isEqualTo(id);
        assertThat(cursor.number(2)).isEqualTo(17);
        assertThat(cursor.instant(3)).isEqualTo(instant);
    }

    @Test
    void whatIsNoCursorOfTheListIsA400() {
        String text = Cursor.of("none").text();
        Stream.<ThrowingCallable>of(
                        () -> Cursor.parse("%%", 1),
                        () -> Cursor.parse(text, 2),
                        () -> Cursor.parse(text, 1).id(0),
                        () -> Cursor.parse(text, 1).number(0),
                        () -> Cursor.parse(text, 1).instant(0))
                .forEach(reading -> assertThatThrownBy(reading)
                        .isInstanceOfSatisfying(ProblemException.class, problem -> {
                            assertThat(problem.status()).isEqualTo(400);
                            assertThat(problem.place()).isEqualTo("after");
                        }));
    }
}
