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

/** Meetings, study sessions, working rules with their tasks and posts: held, taken back, corrected. */
final class RandomBranchLife {
    private static final List<String> STATUSES = List.of("PRESENT", "LATE", "LEFT_EARLY", "ABSENT", "ABSENT_EXCUSED");
    static final List<String> POSTS = List.of("BRANCH_SECRETARY", "COMMITTEE_MEMBER", "HAMLET_HEAD");
    private static final YearMonth FIRST = YearMonth.of(2018, 1);
    private static final int MONTHS = 60;

    private final Random random;
    private final History history;
    private final List<UUID> members;

    /** @param members who may be given a task or hold a post */
    RandomBranchLife(Random random, History history, List<UUID> members) {
        this.random = random;
        this.history = history;
        this.members = List.copyOf(members);
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
        List<UUID> some = some();
        List<UUID> others = some();
        stories.add(new ArrayList<>(List.of(
                () -> history.workingRules(rules, branch, from, null, some),
                () -> history.workingRules(rules, branch, from, to, others))));
        return stories;
    }

    private List<UUID> some() {
        return members.stream().filter(_ -> random.nextInt(4) == 0).toList();
    }

    /** Taken up, and perhaps left or corrected later. */
    List<Runnable> post(UUID unit) {
        UUID post = Ids.next();
        UUID member = members.get(random.nextInt(members.size() / 3));
        String code = POSTS.get(random.nextInt(POSTS.size()));
        LocalDate from = FIRST.plusMonths(random.nextInt(MONTHS)).atDay(1 + random.nextInt(28));
        LocalDate to = from.plusDays(1 + random.nextInt(900));
        List<Runnable> story = new ArrayList<>(
                List.of(() -> history.post(post, member, unit, code, code.startsWith("HAMLET"), from, null)));
        if (random.nextBoolean()) {
            story.add(() -> history.post(post, member, unit, code, code.startsWith("HAMLET"), from, to));
        }
        return story;
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
