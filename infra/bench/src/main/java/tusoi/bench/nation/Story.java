package tusoi.bench.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member's life in the register, one change after the other; each change that was entered is a version. */
final class Story {
    private static final LocalDate JOINS_FROM = LocalDate.of(2020, 2, 1);
    private static final int JOINS_WITHIN = 1_600;
    private static final LocalDate LEAVES_FROM = LocalDate.of(2020, 6, 1);
    private static final int LEAVES_WITHIN = 1_600;
    private static final Instant IMPORT = Instant.parse("2020-01-06T00:00:00Z");
    private static final long IMPORT_SECONDS = 14L * 86_400;

    private final Nation nation;
    private final int member;
    private final int branch;
    private final List<Change> changes = new ArrayList<>();

    Story(Nation nation, int member) {
        this.nation = nation;
        this.member = member;
        this.branch = nation.size().branchOf(member);
        tell();
    }

    /**
     * @param home from that day on; null after the member has left
     * @param from the home until then, null for a way in
     */
    record Change(
            LocalDate day,
            Instant recordedAt,
            String movement,
            @Nullable UUID home,
            @Nullable UUID from,
            String state,
            @Nullable UUID reorganisation) {}

    record Slice(UUID home, LocalDate from, LocalDate to, String state) {}

    record Move(
            LocalDate on,
            String kind,
            @Nullable UUID unit,
            @Nullable UUID other,
            @Nullable UUID reorganisation) {}

    /** The whole picture after a change. */
    record Picture(
            long version,
            String type,
            Instant recordedFrom,
            Instant recordedTo,
            List<Slice> slices,
            List<Move> moves) {}

    List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>(changes.size());
        for (int last = 0; last < changes.size(); last++) {
            Change change = changes.get(last);
            Instant to = last + 1 < changes.size() ? changes.get(last + 1).recordedAt() : Instant.MAX;
            pictures.add(
                    new Picture(last + 1L, type(change), change.recordedAt(), to, slicesAfter(last), movesAfter(last)));
        }
        return pictures;
    }

    private static String type(Change change) {
        return switch (change.movement()) {
            case "REGISTERED" -> "org.member-registered.v1";
            case "ADMITTED" -> "org.member-admitted.v1";
            case "RECOGNISED" -> "org.member-recognised.v1";
            case "TRANSFERRED" -> "org.member-transferred.v1";
            default -> "org.member-left.v1";
        };
    }

    private List<Slice> slicesAfter(int last) {
        List<Slice> slices = new ArrayList<>();
        for (int n = 0; n <= last; n++) {
            Change change = changes.get(n);
            if (change.home() != null) {
                LocalDate end = n < last ? changes.get(n + 1).day() : LocalDate.MAX;
                slices.add(new Slice(change.home(), change.day(), end, change.state()));
            }
        }
        return slices;
    }

    private List<Move> movesAfter(int last) {
        List<Move> moves = new ArrayList<>();
        for (Change change : changes.subList(0, last + 1)) {
            if (!change.movement().equals("RECOGNISED")) {
                @Nullable UUID unit = change.from() == null ? change.home() : change.from();
                @Nullable UUID other = change.from() == null ? null : change.home();
                moves.add(new Move(change.day(), change.movement(), unit, other, change.reorganisation()));
            }
        }
        return moves;
    }

    /** The review of a year; null where there is none. */
    @Nullable
    Review review(int year) {
        UUID home = homeOn(Nation.openingOf(year));
        return home == null ? null : Review.of(nation.size(), member, branch, year, home);
    }

    /** Null where the member is none, or no more. */
    @Nullable
    UUID homeOn(LocalDate day) {
        UUID home = null;
        for (Change change : changes) {
            if (!change.day().isAfter(day)) {
                home = change.home();
            }
        }
        return home;
    }

    private record Plan(LocalDate day, String kind) {}

    private void tell() {
        List<Plan> plans = plans();
        @Nullable UUID home = null;
        String state = "OFFICIAL";
        for (Plan plan : plans) {
            Instant recorded = plan.day()
                    .plusDays(2)
                    .atTime(LocalTime.of(1, 30))
                    .toInstant(ZoneOffset.UTC)
                    .plusMillis(branch);
            switch (plan.kind()) {
                case "REGISTERED" -> {
                    home = Ids.BRANCH.of(branch);
                    Instant imported = IMPORT.plusMillis(
                            IMPORT_SECONDS * 1_000 * branch / nation.size().branches());
                    add(plan, imported, home, null, state, null);
                }
                case "ADMITTED" -> {
                    Reorganisation end = nation.endOf(branch);
                    boolean late = end != null && !plan.day().isBefore(end.day());
                    home = late && end != null ? end.homeOf(member) : Ids.BRANCH.of(branch);
                    state = "PROBATIONARY";
                    add(plan, recorded, home, null, state, null);
                }
                case "RECOGNISED" -> {
                    state = "OFFICIAL";
                    add(plan, recorded, home, home, state, null);
                }
                case "MOVED" -> {
                    Reorganisation end = nation.endOf(branch);
                    if (end != null && Ids.BRANCH.of(branch).equals(home)) {
                        UUID next = end.homeOf(member);
                        add(new Plan(plan.day(), "TRANSFERRED"), end.recordedAt(), next, home, state, end.id());
                        home = next;
                    }
                }
                case "TRANSFERRED" -> {
                    UUID next = Ids.BRANCH.of((branch + 7) % nation.size().branches());
                    add(plan, recorded, next, home, state, null);
                    home = next;
                }
                default -> {
                    add(plan, recorded, null, home, state, null);
                    home = null;
                }
            }
            if (home == null) {
                return;
            }
        }
    }

    private void add(
            Plan plan,
            Instant recordedAt,
            @Nullable UUID home,
            @Nullable UUID from,
            String state,
            @Nullable UUID reorganisation) {
        Instant entered = recordedAt;
        if (!changes.isEmpty() && !changes.getLast().recordedAt().isBefore(entered)) {
            entered = changes.getLast().recordedAt().plusSeconds(1);
        }
        changes.add(new Change(plan.day(), entered, plan.kind(), home, from, state, reorganisation));
    }

    private List<Plan> plans() {
        List<Plan> plans = new ArrayList<>();
        int chance = Dice.roll("life", member, 100);
        Reorganisation end = nation.endOf(branch);
        if (chance < 8) {
            LocalDate day = JOINS_FROM.plusDays(Dice.roll("joins", member, JOINS_WITHIN));
            plans.add(new Plan(day, "ADMITTED"));
            plans.add(new Plan(day.plusYears(1), "RECOGNISED"));
        } else {
            plans.add(new Plan(Nation.SINCE.plusDays(Dice.roll("since", member, 3_600)), "REGISTERED"));
        }
        if (chance >= 8 && chance < 11) {
            plans.add(new Plan(leaving(), chance == 8 ? "STRUCK_OFF" : "DECEASED"));
        }
        if (end != null) {
            plans.add(new Plan(end.day(), "MOVED"));
        } else if (chance >= 11
                && chance < 14
                && nation.endOf((branch + 7) % nation.size().branches()) == null) {
            plans.add(new Plan(leaving(), "TRANSFERRED"));
        }
        plans.sort(Comparator.comparing(Plan::day));
        return plans.getFirst().kind().equals("MOVED") ? plans.subList(1, plans.size()) : plans;
    }

    private LocalDate leaving() {
        return LEAVES_FROM.plusDays(Dice.roll("leaves", member, LEAVES_WITHIN));
    }
}
