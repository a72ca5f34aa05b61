package tusoi.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.platform.ids.Ids;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.reporting.History.Grade;

/**
 * A small district with all that can happen to it from 2018 to 2022: branches change wards, merge and end, members come, move,
 * leave and are corrected later, reviews are graded and revised. What is told is told a step at a time, in random turns.
 */
public final class RandomHistory {
    static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final int DAYS = 5 * 365;
    private static final List<String> GRADES = List.of("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED");
    private static final List<String> WAYS_OUT = List.of("STRUCK_OFF", "WITHDREW", "EXPELLED", "DECEASED");

    private final Random random;
    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private final List<String> codes = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();
    private final List<UUID> members = new ArrayList<>();
    private final List<List<Runnable>> stories = new ArrayList<>();
    private final List<UUID> wards = new ArrayList<>();
    /** What stood under the ward that ended, itself more often, and what came after it. */
    private final List<UUID> ended = new ArrayList<>();

    private UUID district = new UUID(0, 0);

    private RandomHistory(Random random) {
        this.random = random;
    }

    /** Its home's life; {@code into} where it was merged. */
    private static final class Branch {
        private final UUID id = Ids.next();
        private final LocalDate from;
        private @Nullable LocalDate to;
        private @Nullable Branch into;
        private boolean changesWard;

        Branch(LocalDate from) {
            this.from = from;
        }

        boolean isAliveOn(LocalDate day) {
            LocalDate end = to;
            return !day.isBefore(from) && (end == null || day.isBefore(end));
        }
    }

    public static RandomHistory of(Random random) {
        RandomHistory made = new RandomHistory(random);
        made.units();
        for (int n = 0; n < 60; n++) {
            made.member();
        }
        made.cycles();
        made.branchLife();
        made.targets();
        made.tell();
        return made;
    }

    public List<ReceivedEvent> events() {
        return history.events();
    }

    public History history() {
        return history;
    }

    public List<String> codes() {
        return codes;
    }

    private void units() {
        district = history.unit(code("D"), "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        history.account("admin", "ORGANISATION_OFFICER", district);
        history.account("operator", "REGISTER_ADMINISTRATOR", district);
        for (int w = 1; w <= 3; w++) {
            wards.add(history.unit(code("D.W" + w), "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE));
        }
        for (int b = 1; b <= 9; b++) {
            branch(code("D.B" + b), wards);
        }
        merger(code("D.M1"), wards);
        merger(code("D.M2"), wards);
        endOfAWard();
    }

    /** A ward with three branches that goes into another, a new one, two, the district, a branch of its own or nothing. */
    private void endOfAWard() {
        LocalDate day = day();
        UUID ward = history.unit(code("D.W4"), "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        UUID next = Ids.next();
        Branch first = new Branch(SINCE);
        Branch second = new Branch(SINCE);
        Branch gone = new Branch(SINCE);
        LocalDate end = random.nextBoolean() ? day : day.minusDays(1 + random.nextInt(300));
        gone.to = end;
        gone.into = first;
        for (Branch branch : List.of(first, second, gone)) {
            branch.changesWard = true;
            branches.add(branch);
            history.unitPicture(
                    branch.id, "org.unit-established.v1", code(codeOf(branch)), List.of(open(SINCE, ward)), List.of());
        }
        List<UUID> into =
                switch (random.nextInt(6)) {
                    case 0 -> List.of();
                    case 1 -> List.of(any(wards));
                    case 2 -> List.of(district);
                    case 3 -> List.of(next, any(wards));
                    case 4 -> List.of(first.id);
                    default -> List.of(next);
                };
        boolean isFounded = into.contains(next);
        List<UUID> superiors = into.isEmpty() || into.contains(first.id) ? wards : into;
        UUID ofFirst = any(superiors);
        UUID ofSecond = any(random.nextInt(3) == 0 ? wards : superiors);
        List<Runnable> story = new ArrayList<>();
        story.add(() -> history.unitPicture(
                gone.id, "org.unit-ended.v1", codeOf(gone), List.of(unitSlice(SINCE, end, ward)), List.of(first.id)));
        if (isFounded) {
            code("D.W5");
            story.add(() -> history.unitPicture(
                    next, "org.unit-established.v1", "D.W5", List.of(ward(day, null)), List.of(ward), List.of()));
        }
        story.add(moved(first, ward, day, ofFirst, List.of(new History.Line(gone.id, first.id, end))));
        story.add(moved(second, ward, day, ofSecond, List.of()));
        story.add(() ->
                history.unitPicture(ward, "org.unit-ended.v1", "D.W4", List.of(ward(SINCE, day)), List.of(), into));
        stories.add(story);
        ended.addAll(List.of(ward, ward, first.id, second.id, gone.id, isFounded ? next : first.id));
    }

    private String codeOf(Branch branch) {
        return "D.C" + branches.indexOf(branch);
    }

    private Map<String, @Nullable Object> ward(LocalDate from, @Nullable LocalDate to) {
        return History.unitSlice(from, to, "GRASSROOTS", "PARTY_ORGANISATION", null, district);
    }

    /** @param lines all that there are of it: a picture without them would take them back */
    private Runnable moved(Branch branch, UUID from, LocalDate day, UUID to, List<History.Line> lines) {
        return () -> history.unitWithLines(
                branch.id,
                "org.unit-re-parented.v1",
                codeOf(branch),
                List.of(unitSlice(SINCE, day, from), open(day, to)),
                lines);
    }

    private String code(String code) {
        codes.add(code);
        return code;
    }

    private void branch(String code, List<UUID> wards) {
        Branch branch = new Branch(SINCE);
        branches.add(branch);
        UUID ward = any(wards);
        history.unitPicture(branch.id, "org.unit-established.v1", code, List.of(open(SINCE, ward)), List.of());
        if (random.nextInt(3) == 0) {
            LocalDate day = day();
            UUID next = any(wards);
            branch.changesWard = true;
            stories.add(new ArrayList<>(List.of(() -> history.unitPicture(
                    branch.id,
                    "org.unit-re-parented.v1",
                    code,
                    List.of(unitSlice(SINCE, day, ward), open(day, next)),
                    List.of()))));
        }
    }

    /** Two of those that never changed wards become one. */
    private void merger(String code, List<UUID> wards) {
        LocalDate day = day();
        List<Branch> ending = branches.stream()
                .filter(branch -> branch.from.equals(SINCE) && branch.to == null && !branch.changesWard)
                .limit(2)
                .toList();
        Branch merged = new Branch(day);
        UUID ward = any(wards);
        List<Runnable> story = new ArrayList<>();
        for (Branch one : ending) {
            one.to = day;
            one.into = merged;
            int place = branches.indexOf(one) + 1;
            UUID home = any(wards);
            story.add(() -> history.unitPicture(
                    one.id,
                    "org.unit-ended.v1",
                    "D.B" + place,
                    List.of(unitSlice(SINCE, day, home)),
                    List.of(merged.id)));
        }
        story.add(() -> history.unitPicture(
                merged.id,
                "org.unit-established.v1",
                code,
                List.of(open(day, ward)),
                ending.stream().map(one -> one.id).toList(),
                List.of()));
        branches.add(merged);
        stories.add(story);
    }

    private static Map<String, @Nullable Object> open(LocalDate from, UUID ward) {
        return History.unitSlice(from, null, "BRANCH", "BRANCH", "RESIDENTIAL", ward);
    }

    private static Map<String, @Nullable Object> unitSlice(LocalDate from, LocalDate to, UUID ward) {
        return History.unitSlice(from, to, "BRANCH", "BRANCH", "RESIDENTIAL", ward);
    }

    /** Each step tells the member's whole picture up to that step; a correction tells another one. */
    private void member() {
        UUID member = Ids.next();
        members.add(member);
        List<Runnable> story = new ArrayList<>();
        int pictures = 1 + random.nextInt(2);
        for (int picture = 0; picture < pictures; picture++) {
            story.addAll(life(member));
        }
        stories.add(story);
    }

    private List<Runnable> life(UUID member) {
        List<Runnable> story = new ArrayList<>();
        List<Map<String, @Nullable Object>> slices = new ArrayList<>();
        List<Map<String, @Nullable Object>> movements = new ArrayList<>();
        LocalDate day = day();
        Branch home = alive(day);
        movements.add(History.movement(day, random.nextBoolean() ? "ADMITTED" : "REGISTERED", home.id, null));
        story.add(told(member, slices, movements, day, home, null));
        int moves = random.nextInt(3);
        for (int move = 0; move < moves; move++) {
            LocalDate next = day.plusDays(1 + random.nextInt(500));
            home = stay(slices, day, next, home);
            Branch to = alive(next);
            if (to == home) {
                day = next;
                continue;
            }
            movements.add(History.movement(next, "TRANSFERRED", home.id, to.id));
            home = to;
            day = next;
            story.add(told(member, slices, movements, day, home, null));
        }
        if (random.nextInt(4) == 0) {
            LocalDate end = day.plusDays(1 + random.nextInt(500));
            home = stay(slices, day, end, home);
            movements.add(History.movement(end, any(WAYS_OUT), home.id, null));
            story.add(told(member, slices, movements, end, home, end));
        }
        return story;
    }

    /** Lives on in a home, and in what it merges into, until the day; answers the home then. */
    private static Branch stay(
            List<Map<String, @Nullable Object>> slices, LocalDate from, LocalDate until, Branch first) {
        Branch home = first;
        LocalDate day = from;
        for (LocalDate end = home.to; end != null && !end.isAfter(until) && home.into != null; end = home.to) {
            slices.add(History.slice(day, end, home.id, "OFFICIAL"));
            day = end;
            home = home.into;
        }
        if (day.isBefore(until)) {
            slices.add(History.slice(day, until, home.id, "OFFICIAL"));
        }
        return home;
    }

    private Runnable told(
            UUID member,
            List<Map<String, @Nullable Object>> slices,
            List<Map<String, @Nullable Object>> movements,
            LocalDate day,
            Branch home,
            @Nullable LocalDate left) {
        List<Map<String, @Nullable Object>> known = new ArrayList<>(slices);
        if (left == null) {
            Branch last = stay(known, day, LocalDate.of(2900, 1, 1), home);
            var open = new java.util.LinkedHashMap<>(known.removeLast());
            open.put("validTo", null);
            open.put("homeUnitId", last.id);
            known.add(open);
        }
        List<Map<String, @Nullable Object>> ways = List.copyOf(movements);
        return () -> history.memberPicture(member, "org.member-transferred.v1", known, ways);
    }

    private void cycles() {
        for (int year = 2019; year <= 2021; year++) {
            LocalDate opened = LocalDate.of(year, 11, 1);
            UUID cycle = history.cycle(year, district, opened);
            for (int n = 0; n < 30; n++) {
                Branch branch = alive(opened);
                stories.add(review(cycle, year, "MEMBER", Ids.next(), branch.id, opened));
            }
            for (Branch branch : branches) {
                if (branch.isAliveOn(opened)) {
                    stories.add(review(cycle, year, "UNIT", branch.id, branch.id, opened));
                }
            }
        }
    }

    private List<Runnable> review(UUID cycle, int year, String type, UUID subject, UUID unit, LocalDate opened) {
        List<Runnable> story = new ArrayList<>();
        History.Review[] review = new History.Review[1];
        story.add(() -> review[0] = history.review(cycle, year, type, subject, unit, opened));
        List<Grade> grades = new ArrayList<>();
        int revisions = random.nextInt(4);
        LocalDate reported = random.nextBoolean() ? opened.plusDays(random.nextInt(120)) : null;
        for (int revision = 0; revision < revisions; revision++) {
            grades.add(new Grade(any(GRADES), opened.plusDays(random.nextInt(200))));
            Grade[] known = grades.toArray(Grade[]::new);
            story.add(() -> history.graded(review[0], reported, known));
        }
        return story;
    }

    private void branchLife() {
        RandomBranchLife life = new RandomBranchLife(random, history, members);
        for (int n = 0; n < 25; n++) {
            stories.add(life.post(n % 5 == 0 ? district : any(branches).id));
        }
        branches.forEach(branch -> stories.addAll(life.of(branch.id)));
        for (int n = 0; n < 10; n++) {
            LocalDate day = day();
            stories.add(life.session(
                    district,
                    day,
                    branches.stream()
                            .filter(branch -> branch.isAliveOn(day))
                            .map(branch -> branch.id)
                            .toList()));
        }
    }

    private void targets() {
        RandomTargets targets = new RandomTargets(random, history);
        for (int n = 0; n < 24; n++) {
            UUID unit =
                    switch (n % 6) {
                        case 0 -> district;
                        case 1, 2 -> any(wards);
                        default -> any(branches).id;
                    };
            stories.add(targets.of(unit));
        }
        int year = targets.year();
        for (int n = 0; n < 12; n++) {
            stories.add(targets.of(any(ended), year));
        }
    }

    private void tell() {
        while (!stories.isEmpty()) {
            List<Runnable> story = any(stories);
            if (story.isEmpty()) {
                stories.remove(story);
            } else {
                story.removeFirst().run();
            }
        }
    }

    private Branch alive(LocalDate day) {
        return any(branches.stream().filter(branch -> branch.isAliveOn(day)).toList());
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
