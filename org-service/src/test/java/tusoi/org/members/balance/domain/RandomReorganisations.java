package tusoi.org.members.balance.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.MemberChange;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.Membership;
import tusoi.org.members.domain.Movement;
import tusoi.org.reorganisations.domain.Contradictions;
import tusoi.org.reorganisations.domain.Operation;
import tusoi.org.reorganisations.domain.Plan;
import tusoi.org.reorganisations.domain.Register;
import tusoi.org.validity.Slice;
import tusoi.platform.rules.Decision.Accepted;

/** Reorganisations as they are confirmed and revoked: by the same plan, and by the same rules of units and members. */
final class RandomReorganisations {
    private final Random random;
    private final RandomRegister register;
    private final RandomTree tree;
    private final List<Reorganised> inForce = new ArrayList<>();
    private int revoked;

    /**
     * @param units the version before, 0 for a new one
     * @param members the version before
     */
    record Reorganised(
            int recordedAt,
            LocalDate on,
            List<Operation> operations,
            Map<UnitId, Integer> units,
            Map<MemberId, Integer> members) {}

    RandomReorganisations(Random random, RandomRegister register) {
        this.random = random;
        this.register = register;
        this.tree = register.tree();
    }

    List<Reorganised> inForce() {
        return inForce;
    }

    int revoked() {
        return revoked;
    }

    /** As a confirmation does: the plan, its steps by the rules of units, each member's way by the rules of members, or nothing. */
    void confirm() {
        LocalDate on = register.day();
        List<Operation> operations = new RandomOperations(random, tree, on)
                .draw(unit -> register.residents(unit, on), unit -> draft(on, List.of())
                        .childrenDuring(unit, on, null));
        if (operations.isEmpty() || !Contradictions.in(operations).isEmpty()) {
            return;
        }
        RandomTree.Draft before = draft(on, List.of());
        Plan plan = Plan.of(operations, new Register() {
            @Override
            public List<UnitId> childrenOf(UnitId unit) {
                return before.childrenDuring(unit, on, null);
            }

            @Override
            public List<MemberId> residentsOf(UnitId unit) {
                return register.residents(unit, on);
            }

            @Override
            public boolean changesLater(UnitId unit) {
                return before.changesLater(unit);
            }
        });
        RandomTree.Draft draft = draft(on, plan.ways());
        boolean fits = plan.refusals().isEmpty() && plan.steps().stream().allMatch(draft::take);
        if (fits) {
            moved(plan.ways(), on, draft).ifPresent(moved -> write(on, operations, plan, draft, moved));
        }
    }

    private RandomTree.Draft draft(LocalDate on, List<Plan.Way> ways) {
        return tree.new Draft(on, (unit, from, to) -> {
            Set<MemberId> leaving = ways.stream()
                    .filter(way -> way.from().equals(unit))
                    .map(Plan.Way::member)
                    .collect(Collectors.toSet());
            return ways.stream().anyMatch(way -> way.to().equals(unit))
                    || !leaving.containsAll(register.residents(unit, from));
        });
    }

    /** Empty where a rule refuses one of them. */
    private Optional<List<MemberHistory>> moved(List<Plan.Way> ways, LocalDate on, RandomTree.Draft draft) {
        UUID reorganisation = new UUID(0, register.recorded());
        List<MemberHistory> moved = new ArrayList<>();
        for (Plan.Way way : ways) {
            MemberHistory member = register.now(way.member(), register.recorded());
            if (member == null
                    || !staysFrom(on, way.from(), member)
                    || !(member.transfer(on, way.to(), draft::canBeHome)
                            instanceof Accepted<MemberHistory, MemberChange>(var after, var event, var warnings))) {
                return Optional.empty();
            }
            List<Movement> movements = after.movements().stream()
                    .map(move -> member.movements().contains(move) ? move : move.by(reorganisation))
                    .toList();
            moved.add(
                    new MemberHistory(after.id(), after.slices(), movements, after.admittedOn(), after.recognisedOn()));
        }
        return Optional.of(moved);
    }

    private void write(
            LocalDate on, List<Operation> operations, Plan plan, RandomTree.Draft draft, List<MemberHistory> moved) {
        register.countAccepted();
        Map<UnitId, Integer> units = new LinkedHashMap<>();
        draft.changed().forEach((id, unit) -> {
            units.put(id, tree.versionOf(id));
            tree.keep(unit, register.recorded());
        });
        plan.lines().forEach(line -> line.predecessors().stream()
                .distinct()
                .forEach(before -> tree.link(before, line.successor(), on, register.recorded())));
        Map<MemberId, Integer> members = new LinkedHashMap<>();
        for (MemberHistory member : moved) {
            members.put(member.id(), register.known(member.id()).size());
            register.put(member.id(), member);
        }
        inForce.add(new Reorganised(register.recorded(), on, operations, units, members));
    }

    /** While nothing rests on it, everything is again as it was before; else nothing is. */
    void revoke() {
        if (inForce.isEmpty()) {
            return;
        }
        Reorganised one = inForce.get(random.nextInt(inForce.size()));
        Set<UnitId> founded = one.units().entrySet().stream()
                .filter(unit -> unit.getValue() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        boolean changed = one.units().entrySet().stream()
                        .anyMatch(unit -> tree.versionOf(unit.getKey()) != unit.getValue() + 1)
                || one.members().entrySet().stream()
                        .anyMatch(member -> register.known(member.getKey()).size() != member.getValue() + 1);
        boolean used = founded.stream()
                .anyMatch(unit -> !one.members().keySet().containsAll(register.residents(unit, LocalDate.MIN))
                        || !one.units()
                                .keySet()
                                .containsAll(draft(one.on(), List.of()).childrenDuring(unit, LocalDate.MIN, null)));
        boolean homes = tree.back(one.units(), one.on())
                .filter(draft -> one.members().entrySet().stream().allMatch(member -> formerHomes(member).stream()
                        .allMatch(slice -> draft.canBeHome(slice.value().home(), slice.from(), slice.to()))))
                .isPresent();
        if (changed || used || !homes) {
            return;
        }
        register.countAccepted();
        revoked++;
        inForce.remove(one);
        one.units().forEach((id, version) -> tree.restore(id, version, register.recorded()));
        tree.unlink(one.recordedAt(), register.recorded());
        one.members()
                .forEach((id, version) -> register.put(
                        id,
                        Objects.requireNonNull(
                                register.known(id).get(version - 1).member())));
    }

    private List<Slice<Membership>> formerHomes(Map.Entry<MemberId, Integer> member) {
        return Objects.requireNonNull(register.known(member.getKey())
                        .get(member.getValue() - 1)
                        .member())
                .slices()
                .slices();
    }

    private static boolean staysFrom(LocalDate day, UnitId unit, MemberHistory member) {
        return member.slices().on(day).filter(held -> held.home().equals(unit)).isPresent()
                && member.movements().stream()
                        .noneMatch(movement -> movement.on().isAfter(day));
    }
}
