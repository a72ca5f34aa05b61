package tusoi.org.members.balance.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
import tusoi.org.members.domain.Merges;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.org.members.domain.NewMember;
import tusoi.org.members.domain.Returns;
import tusoi.org.members.domain.Suspensions;
import tusoi.org.units.domain.UnitForm;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.RuleProfile;

/** Random commands, some of them refused: entries, moves, ways out, corrections, joined entries, reorganisations. */
public final class RandomCommands {
    private static final Kind[] WAYS_OUT = {
        Kind.STRUCK_OFF, Kind.WITHDREW, Kind.SCREENED_OUT, Kind.EXPELLED, Kind.DECEASED, Kind.TRANSFERRED
    };
    private static final WorkingDays CALENDAR = new WorkingDays(Set.of(), Set.of());
    private static final RuleProfile PROFILE = profile();

    private final Random random;
    private final RandomRegister register;
    private final RandomReorganisations reorganisations;

    private RandomCommands(Random random) {
        this.random = random;
        this.register = new RandomRegister(random);
        this.reorganisations = new RandomReorganisations(random, register);
    }

    /** A register that has lived through them, asked now and then. */
    public static RandomCommands live(Random random, int commands) {
        RandomCommands lived = new RandomCommands(random);
        for (int i = 0; i < commands; i++) {
            lived.register.nextInstant();
            lived.command();
            if (random.nextInt(4) == 0) {
                lived.register.ask();
            }
        }
        return lived;
    }

    public RandomRegister register() {
        return register;
    }

    RandomReorganisations reorganisations() {
        return reorganisations;
    }

    private void command() {
        if (register.versions().size() < 3 || random.nextInt(8) == 0) {
            enter();
        } else if (random.nextInt(5) == 0) {
            reorganisations.confirm();
        } else if (random.nextInt(15) == 0) {
            reorganisations.revoke();
        } else if (random.nextInt(15) == 0) {
            merge();
        } else {
            MemberId id = somebody();
            MemberHistory member = register.now(id, Integer.MAX_VALUE);
            if (member != null) {
                register.keep(change(member));
            }
        }
    }

    private void enter() {
        MemberId id = MemberId.next();
        LocalDate on = register.day();
        UnitId home = branch();
        LocalDate born = RandomRegister.START.minusYears(30);
        NewMember member = new NewMember(
                home,
                on,
                born,
                RandomRegister.START.minusYears(5),
                RandomRegister.START.minusYears(4),
                MemberState.OFFICIAL,
                false);
        register.keep(
                switch (random.nextInt(3)) {
                    case 0 -> Entries.register(id, member, this::lives);
                    case 1 -> Entries.arrive(id, member, this::lives);
                    default ->
                        Entries.admit(
                                id, new Admission(home, on, born, null, null, null), PROFILE, this::lives, CALENDAR);
                });
    }

    private Decision<MemberHistory, MemberChange> change(MemberHistory member) {
        LocalDate on = register.day();
        return switch (random.nextInt(11)) {
            case 0, 1 -> member.recognise(on, null, PROFILE, CALENDAR);
            case 2, 3, 4 -> member.transfer(on, branch(), this::lives);
            case 5 -> member.leave(on, WAYS_OUT[random.nextInt(WAYS_OUT.length)], null);
            case 6 ->
                Returns.readmit(
                        member,
                        new Admission(branch(), on, RandomRegister.START.minusYears(30), null, null, null),
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

    private void merge() {
        MemberId first = somebody();
        MemberId second = somebody();
        MemberHistory kept = register.now(first, Integer.MAX_VALUE);
        MemberHistory other = register.now(second, Integer.MAX_VALUE);
        if (kept == null || other == null || first.equals(second)) {
            return;
        }
        if (Merges.absorb(kept, other)
                instanceof Accepted<MemberHistory, MemberChange>(var joined, var event, var warnings)) {
            register.countAccepted();
            register.put(first, joined);
            register.giveUp(second);
        }
    }

    private MemberId somebody() {
        List<MemberId> ids = List.copyOf(register.versions().keySet());
        return ids.get(random.nextInt(ids.size()));
    }

    private boolean lives(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        return register.tree().canBeHome(unit, from, to);
    }

    private UnitId branch() {
        List<UnitId> branches = register.tree().living(UnitForm.BRANCH, register.day());
        return branches.isEmpty() ? register.tree().root() : branches.get(random.nextInt(branches.size()));
    }

    static RuleProfile profile() {
        return new RuleProfile(
                "test",
                "org",
                RandomRegister.START.minusYears(100),
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
