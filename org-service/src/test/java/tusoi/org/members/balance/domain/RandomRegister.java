package tusoi.org.members.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tusoi.org.calendar.WorkingDays;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.Admission;
import tusoi.org.members.domain.Corrections;
import tusoi.org.members.domain.Entries;
import tusoi.org.members.domain.MemberChange;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.MemberState;
import tusoi.org.members.domain.Membership;
import tusoi.org.members.domain.Merges;
import tusoi.org.members.domain.Movement;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.org.members.domain.NewMember;
import tusoi.org.members.domain.Returns;
import tusoi.org.members.domain.Suspensions;
import tusoi.org.validity.Slice;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.RuleProfile;

/** A small register that random commands go through, some of them refused; every version is kept with when it was recorded. */
final class RandomRegister {
    private static final LocalDate START = LocalDate.parse("2012-01-01");
    private static final int DAYS = 5000;
    private static final Kind[] WAYS_OUT = {
        Kind.STRUCK_OFF, Kind.WITHDREW, Kind.SCREENED_OUT, Kind.EXPELLED, Kind.DECEASED, Kind.TRANSFERRED
    };
    private static final Set<Kind> ENTRIES =
            EnumSet.of(Kind.REGISTERED, Kind.ADMITTED, Kind.READMITTED, Kind.REINSTATED);
    private static final WorkingDays CALENDAR = new WorkingDays(Set.of(), Set.of());
    private static final RuleProfile PROFILE = profile();

    private final Random random;
    private final List<UnitId> branches = new ArrayList<>();
    private final Map<UnitId, LocalDate> ended = new HashMap<>();
    private final Map<MemberId, List<Version>> versions = new HashMap<>();
    private final List<MemberId> ids = new ArrayList<>();
    /** Which branch became which, on the day on which it ended. */
    private final Map<UnitId, UnitId> mergers = new HashMap<>();

    private final List<Answer> answers = new ArrayList<>();
    private int recorded;
    private int accepted;

    /** @param member null where the entry was joined with another one */
    private record Version(int recordedAt, @Nullable MemberHistory member) {}

    private record Answer(int knownAt, Set<UnitId> inside, LocalDate from, LocalDate to, Balance balance) {}

    RandomRegister(Random random) {
        this.random = random;
        for (int i = 0; i < 6; i++) {
            branches.add(UnitId.next());
        }
    }

    /** How many commands were accepted. */
    int live(int commands) {
        for (int i = 0; i < commands; i++) {
            recorded++;
            command();
            if (random.nextInt(4) == 0) {
                answers.add(answer(recorded));
            }
        }
        return accepted;
    }

    private void command() {
        if (ids.size() < 3 || random.nextInt(8) == 0) {
            enter();
        } else if (random.nextInt(12) == 0) {
            reorganise();
        } else if (random.nextInt(15) == 0) {
            merge();
        } else {
            MemberId id = ids.get(random.nextInt(ids.size()));
            MemberHistory member = now(id, Integer.MAX_VALUE);
            if (member != null) {
                keep(change(member));
            }
        }
    }

    private void enter() {
        MemberId id = MemberId.next();
        LocalDate on = day();
        UnitId home = branch();
        LocalDate born = START.minusYears(30);
        NewMember member =
                new NewMember(home, on, born, START.minusYears(5), START.minusYears(4), MemberState.OFFICIAL, false);
        keep(
                switch (random.nextInt(3)) {
                    case 0 -> Entries.register(id, member, this::lives);
                    case 1 -> Entries.arrive(id, member, this::lives);
                    default ->
                        Entries.admit(
                                id, new Admission(home, on, born, null, null, null), PROFILE, this::lives, CALENDAR);
                });
    }

    private Decision<MemberHistory, MemberChange> change(MemberHistory member) {
        LocalDate on = day();
        return switch (random.nextInt(11)) {
            case 0, 1 -> member.recognise(on, null, PROFILE, CALENDAR);
            case 2, 3, 4 -> member.transfer(on, branch(), this::lives);
            case 5 -> member.leave(on, WAYS_OUT[random.nextInt(WAYS_OUT.length)], null);
            case 6 ->
                Returns.readmit(
                        member,
                        new Admission(branch(), on, START.minusYears(30), null, null, null),
                        PROFILE,
                        this::lives,
                        CALENDAR);
            case 7 -> Returns.comeBack(member, branch(), on, this::lives);
            case 8 ->
                random.nextBoolean()
                        ? Suspensions.suspend(member, on, on.plusDays(1 + random.nextInt(200)), PROFILE)
                        : member.exempt(on, null, random.nextBoolean());
            case 9 ->
                Corrections.moveDay(member, random.nextInt(member.movements().size()), on, PROFILE, this::lives);
            default -> Corrections.takeBack(member, this::lives);
        };
    }

    /** A branch ends and its members go to another, from a day on, in one instant; refused as HomeMoves does where one moves later. */
    private void reorganise() {
        UnitId from = branch();
        UnitId to = branch();
        LocalDate on = day();
        List<MemberHistory> residents = known(recorded).stream()
                .filter(member -> member.slices().during(on, null).stream()
                        .anyMatch(slice -> slice.value().home().equals(from)))
                .toList();
        boolean refused = residents.stream().anyMatch(member -> !staysFrom(on, from, member));
        if (from.equals(to) || ended.containsKey(from) || ended.containsKey(to) || refused) {
            return;
        }
        ended.put(from, on);
        mergers.put(from, to);
        accepted++;
        for (MemberHistory member : residents) {
            var slices = member.slices().set(on, null, held -> held.home().equals(from) ? moved(held, to) : held);
            put(
                    member.id(),
                    new MemberHistory(
                            member.id(), slices, member.movements(), member.admittedOn(), member.recognisedOn()));
        }
    }

    private static boolean staysFrom(LocalDate day, UnitId unit, MemberHistory member) {
        return member.slices().on(day).filter(held -> held.home().equals(unit)).isPresent()
                && member.movements().stream()
                        .noneMatch(movement -> movement.on().isAfter(day));
    }

    private static Membership moved(Membership held, UnitId to) {
        return new Membership(to, held.state(), held.exempt(), held.suspended());
    }

    private void merge() {
        MemberId first = ids.get(random.nextInt(ids.size()));
        MemberId second = ids.get(random.nextInt(ids.size()));
        MemberHistory kept = now(first, Integer.MAX_VALUE);
        MemberHistory other = now(second, Integer.MAX_VALUE);
        if (kept == null || other == null || first.equals(second)) {
            return;
        }
        if (Merges.absorb(kept, other)
                instanceof Accepted<MemberHistory, MemberChange>(var joined, var event, var warnings)) {
            accepted++;
            put(first, joined);
            versions.computeIfAbsent(second, none -> new ArrayList<>()).add(new Version(recorded, null));
        }
    }

    private void keep(Decision<MemberHistory, MemberChange> decision) {
        if (decision instanceof Accepted<MemberHistory, MemberChange>(var member, var event, var warnings)) {
            accepted++;
            put(member.id(), member);
        }
    }

    private void put(MemberId id, MemberHistory member) {
        versions.computeIfAbsent(id, none -> {
                    ids.add(id);
                    return new ArrayList<>();
                })
                .add(new Version(recorded, member));
    }

    private @Nullable MemberHistory now(MemberId id, int knownAt) {
        MemberHistory known = null;
        for (Version version : versions.getOrDefault(id, List.of())) {
            if (version.recordedAt() <= knownAt) {
                known = version.member();
            }
        }
        return known;
    }

    private List<MemberHistory> known(int knownAt) {
        List<MemberHistory> known = new ArrayList<>();
        for (MemberId id : ids) {
            MemberHistory member = now(id, knownAt);
            if (member != null) {
                known.add(member);
            }
        }
        return known;
    }

    private Answer answer(int knownAt) {
        Set<UnitId> inside =
                branches.stream().filter(unit -> random.nextBoolean()).collect(Collectors.toSet());
        LocalDate from = day();
        LocalDate to = from.plusDays(random.nextInt(2000));
        return new Answer(knownAt, inside, from, to, Balance.of(known(knownAt), inside::contains, from, to));
    }

    /** Every claim at once; the message names what failed. */
    void check(String as) {
        for (MemberHistory member : known(recorded)) {
            checkHomes(as, member);
            checkMoves(as, member);
        }
        for (Answer answer : answers) {
            assertThat(answer.balance().difference()).as(as + " " + answer).isZero();
            assertThat(Balance.of(known(answer.knownAt()), answer.inside()::contains, answer.from(), answer.to()))
                    .as(as + " as known at " + answer.knownAt())
                    .isEqualTo(answer.balance());
        }
        Answer whole = answer(recorded);
        int single = branches.stream()
                .mapToInt(unit -> Balance.of(known(recorded), unit::equals, whole.from(), whole.to())
                        .closing())
                .sum();
        Set<UnitId> all = new HashSet<>(branches);
        assertThat(Balance.of(known(recorded), all::contains, whole.from(), whole.to())
                        .closing())
                .as(as + " sums of branches")
                .isEqualTo(single);
    }

    /** One home on each day of a membership, in a branch that lives then; and every beginning and end is told by a movement. */
    private void checkHomes(String as, MemberHistory member) {
        LocalDate reached = null;
        for (Slice<Membership> slice : member.slices().slices()) {
            LocalDate end = ended.get(slice.value().home());
            assertThat(end == null || (slice.to() != null && !slice.to().isAfter(end)))
                    .as(as + " at home in an ended branch: " + member)
                    .isTrue();
            if (reached != null) {
                assertThat(slice.from()).as(as + " two homes").isAfterOrEqualTo(reached);
            }
            if (!slice.from().equals(reached)) {
                assertThat(movementOn(member, slice.from()))
                        .as(as + " begins without a way in: " + member)
                        .isTrue();
                if (reached != null) {
                    assertThat(movementOn(member, reached))
                            .as(as + " ends without a way out: " + member)
                            .isTrue();
                }
            }
            reached = slice.to();
        }
        if (reached != null) {
            assertThat(movementOn(member, reached))
                    .as(as + " ends without a way out: " + member)
                    .isTrue();
        }
    }

    /** Every change of home is told by a movement that leads from there to there, or was a reorganisation of that day. */
    private void checkMoves(String as, MemberHistory member) {
        Set<LocalDate> days = member.movements().stream().map(Movement::on).collect(Collectors.toSet());
        member.slices().slices().forEach(slice -> days.add(slice.from()));
        for (LocalDate day : days) {
            UnitId at = home(member, day.minusDays(1));
            for (Movement movement : member.movements()) {
                if (movement.on().equals(day)) {
                    boolean enters = ENTRIES.contains(movement.kind());
                    checkLeads(as, member, day, at, enters ? null : movement.unit());
                    at = enters ? movement.unit() : movement.kind() == Kind.TRANSFERRED ? movement.other() : null;
                }
            }
            checkLeads(as, member, day, at, home(member, day));
        }
    }

    private void checkLeads(
            String as, MemberHistory member, LocalDate day, @Nullable UnitId at, @Nullable UnitId then) {
        @Nullable UnitId led = at;
        while (led != null && then != null && !led.equals(then) && isMergedOn(led, day)) {
            led = mergers.get(led);
        }
        assertThat(led)
                .as(as + " is at " + at + " on " + day + ", and then at " + then + ": " + member)
                .isEqualTo(then);
    }

    private boolean isMergedOn(UnitId unit, LocalDate day) {
        return mergers.containsKey(unit) && day.equals(ended.get(unit));
    }

    private static @Nullable UnitId home(MemberHistory member, LocalDate day) {
        return member.slices().on(day).map(Membership::home).orElse(null);
    }

    private static boolean movementOn(MemberHistory member, LocalDate day) {
        return member.movements().stream().anyMatch(movement -> movement.on().equals(day));
    }

    private boolean lives(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        LocalDate end = ended.get(unit);
        return end == null || (to != null && !to.isAfter(end));
    }

    private UnitId branch() {
        return branches.get(random.nextInt(branches.size()));
    }

    /** Few days, so that many fall together. */
    private LocalDate day() {
        return random.nextBoolean()
                ? START.plusDays(random.nextInt(DAYS))
                : START.plusMonths(random.nextInt(20)).plusDays(random.nextInt(2));
    }

    static RuleProfile profile() {
        return new RuleProfile(
                "test",
                "org",
                START.minusYears(100),
                null,
                Map.of(
                        "ORG-13", entry(Map.of("ageFromYears", 18, "ageThroughYears", 60)),
                        "ORG-14", entry(Map.of("probationMonths", 12)),
                        "ORG-50", entry(Map.of("knownMonths", 12)),
                        "ORG-51", entry(Map.of("introducers", 2)),
                        "ORG-52", entry(Map.of("workingDays", 30)),
                        "ORG-53", entry(Map.of("majorityParts", 2, "majorityOf", 3)),
                        "ORG-54", entry(Map.of("workingDays", 30)),
                        "ORG-55", entry(Map.of("daysAtOnce", 90, "daysInAll", 180)),
                        "ORG-63", entry(Map.of("months", 36))));
    }

    private static RuleProfile.Entry entry(Map<String, Integer> numbers) {
        Map<String, BigDecimal> values = new HashMap<>();
        numbers.forEach((name, value) -> values.put(name, BigDecimal.valueOf(value)));
        return new RuleProfile.Entry(Map.of("vi", "x"), "x", RuleProfile.Mark.CONFIRMED, RuleProfile.Mode.WARN, values);
    }
}
