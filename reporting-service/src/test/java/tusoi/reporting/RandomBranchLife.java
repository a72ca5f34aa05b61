package tusoi.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.platform.ids.Ids;

/** Meetings, study sessions and working rules, held, taken back, corrected. */
final class RandomBranchLife {
    private static final List<String> STATUSES = List.of("PRESENT", "LATE", "LEFT_EARLY", "ABSENT", "ABSENT_EXCUSED");
    private static final YearMonth FIRST = YearMonth.of(2018, 1);
    private static final int MONTHS = 60;

    private final Random random;
    private final History history;

    RandomBranchLife(Random random, History history) {
        this.random = random;
        this.history = history;
    }

    /** Whether the unit lived then or not: what did not live is not to be counted. */
    List<List<Runnable>> of(UUID branch) {
        List<List<Runnable>> stories = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            YearMonth month = FIRST.plusMonths(random.nextInt(MONTHS));
            List<Runnable> story = new ArrayList<>();
            UUID meeting = Ids.next();
            for (int version = 0; version <= random.nextInt(3); version++) {
                @Nullable LocalDate held = random.nextInt(4) == 0 ? null : month.atDay(1 + random.nextInt(28));
                story.add(() -> history.meeting(meeting, branch, month, held));
            }
            stories.add(story);
        }
        UUID rules = Ids.next();
        LocalDate from = FIRST.plusMonths(random.nextInt(MONTHS)).atDay(1 + random.nextInt(28));
        LocalDate to = from.plusDays(random.nextInt(900));
        stories.add(new ArrayList<>(List.of(
                () -> history.workingRules(rules, branch, from, null),
                () -> history.workingRules(rules, branch, from, to))));
        return stories;
    }

    List<Runnable> session(UUID unit, LocalDate day, List<UUID> homes) {
        List<Runnable> story = new ArrayList<>();
        UUID session = Ids.next();
        for (int version = 0; version < 2; version++) {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (UUID home : homes) {
                for (int n = 0; n < random.nextInt(4); n++) {
                    lines.add(History.line(Ids.next(), home, STATUSES.get(random.nextInt(STATUSES.size()))));
                }
            }
            story.add(() -> history.session(session, unit, day, lines));
        }
        return story;
    }
}
