package tusoi.org.members.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.Membership;
import tusoi.org.members.domain.Movement;
import tusoi.org.members.domain.Movement.Kind;
import tusoi.org.reorganisations.domain.Operation;
import tusoi.org.validity.Slice;

/** Every claim about a register that has lived. */
final class RegisterChecks {
    private static final Set<Kind> ENTRIES =
            EnumSet.of(Kind.REGISTERED, Kind.ADMITTED, Kind.READMITTED, Kind.REINSTATED);

    private final RandomRegister register;
    private final RandomTree tree;
    private final RandomReorganisations reorganisations;

    RegisterChecks(RandomCommands lived) {
        this.register = lived.register();
        this.tree = register.tree();
        this.reorganisations = lived.reorganisations();
    }

    /** Every claim at once; the message names what failed. */
    void check(String as, Random random) {
        for (MemberHistory member : register.known(register.recorded())) {
            checkHomes(as, member);
            checkMoves(as, member);
        }
        checkTree(as);
        for (RandomRegister.Answer answer : register.answers()) {
            assertThat(answer.balance().difference())
                    .as(() -> as + " " + answer)
                    .isZero();
            assertThat(register.answered(answer.knownAt(), answer.unit(), answer.day(), answer.from(), answer.to()))
                    .as(() -> as + " as known at " + answer.knownAt())
                    .isEqualTo(answer);
        }
        checkSums(as, register.answer(1 + random.nextInt(register.recorded())));
        reorganisations.inForce().forEach(one -> checkParts(as, one));
    }

    /** Each unit has one superior on each of its days, who lives then, and nobody is above himself. */
    private void checkTree(String as) {
        KnownTree known = tree.at(register.recorded());
        for (UnitId id : tree.ever()) {
            tree.unit(id).ifPresent(unit -> unit.states().slices().forEach(slice -> {
                UnitId parent = slice.value().parent();
                assertThat(parent == null).as(() -> as + " " + unit).isEqualTo(id.equals(tree.root()));
                if (parent != null) {
                    assertThat(tree.unit(parent).filter(above -> above.states().covers(slice.from(), slice.to())))
                            .as(() -> as + " has no superior on some day: " + unit)
                            .isPresent();
                    assertThat(known.isUnder(id, tree.root(), slice.from()))
                            .as(() -> as + " is in a circle: " + unit)
                            .isTrue();
                }
            }));
        }
    }

    /** What the units of a day have, each alone, and what leads to several of them, make the whole. */
    private void checkSums(String as, RandomRegister.Answer asked) {
        List<MemberHistory> members = register.known(asked.knownAt());
        Placement placement = new Placement(tree.at(asked.knownAt()), asked.day());
        Balance whole = Balance.of(
                members, (member, home) -> placement.isInside(tree.root(), member, home), asked.from(), asked.to());
        int opening = 0;
        int closing = 0;
        for (UnitId unit : tree.ever()) {
            Balance alone = Balance.of(
                    members,
                    (member, home) -> placement.places(member, home).equals(Set.of(unit)),
                    asked.from(),
                    asked.to());
            assertThat(alone.difference()).as(() -> as + " " + unit).isZero();
            opening += alone.opening();
            closing += alone.closing();
        }
        Balance several = Balance.of(
                members, (member, home) -> placement.places(member, home).size() > 1, asked.from(), asked.to());
        assertThat(several.difference()).as(() -> as + " unplaced").isZero();
        assertThat(opening + several.opening())
                .as(() -> as + " sums of openings " + asked)
                .isEqualTo(whole.opening());
        assertThat(closing + several.closing())
                .as(() -> as + " sums of closings " + asked)
                .isEqualTo(whole.closing());
    }

    /** Right after a split that ended the unit, whoever it moved is in one of the parts, on the days before it too. */
    private void checkParts(String as, RandomReorganisations.Reorganised one) {
        for (Operation operation : one.operations()) {
            if (operation instanceof Operation.Split split && one.units().containsKey(split.unit())) {
                KnownTree known = tree.at(one.recordedAt());
                Placement placement = new Placement(known, one.on());
                boolean ended = known.life(split.unit())
                        .filter(life -> one.on().equals(life.end()))
                        .isPresent();
                List<MemberHistory> inIt = register.known(one.recordedAt()).stream()
                        .filter(member ->
                                split.unit().equals(home(member, one.on().minusDays(1))))
                        .filter(member -> one.members().containsKey(member.id()))
                        .toList();
                int parts = split.parts().stream()
                        .mapToInt(part -> (int) inIt.stream()
                                .filter(member -> placement.isInside(part.into(), member, split.unit()))
                                .count())
                        .sum();
                if (ended) {
                    assertThat(parts).as(() -> as + " parts of " + split).isEqualTo(inIt.size());
                }
            }
        }
    }

    /** One home on each day of a membership, in a branch that lives then; and every beginning and end is told by a movement. */
    private void checkHomes(String as, MemberHistory member) {
        LocalDate reached = null;
        for (Slice<Membership> slice : member.slices().slices()) {
            assertThat(tree.canBeHome(slice.value().home(), slice.from(), slice.to()))
                    .as(() -> as + " at home in no living branch: " + member)
                    .isTrue();
            if (reached != null) {
                assertThat(slice.from()).as(() -> as + " two homes").isAfterOrEqualTo(reached);
            }
            if (!slice.from().equals(reached)) {
                assertThat(movementOn(member, slice.from()))
                        .as(() -> as + " begins without a way in: " + member)
                        .isTrue();
                if (reached != null) {
                    assertThat(movementOn(member, reached))
                            .as(() -> as + " ends without a way out: " + member)
                            .isTrue();
                }
            }
            reached = slice.to();
        }
        if (reached != null) {
            assertThat(movementOn(member, reached))
                    .as(() -> as + " ends without a way out: " + member)
                    .isTrue();
        }
    }

    /** Every change of home is told by a movement that leads from there to there, a reorganisation too. */
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

    private static void checkLeads(
            String as, MemberHistory member, LocalDate day, @Nullable UnitId at, @Nullable UnitId then) {
        assertThat(at)
                .as(() -> as + " is at " + at + " on " + day + ", and then at " + then + ": " + member)
                .isEqualTo(then);
    }

    private static @Nullable UnitId home(MemberHistory member, LocalDate day) {
        return member.slices().on(day).map(Membership::home).orElse(null);
    }

    private static boolean movementOn(MemberHistory member, LocalDate day) {
        return member.movements().stream().anyMatch(movement -> movement.on().equals(day));
    }
}
