package tusoi.org.members.balance.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.reorganisations.domain.Operation;
import tusoi.org.reorganisations.domain.Operation.Merge;
import tusoi.org.reorganisations.domain.Operation.NewUnit;
import tusoi.org.reorganisations.domain.Operation.Part;
import tusoi.org.reorganisations.domain.Operation.Split;
import tusoi.org.units.UnitStep;
import tusoi.org.units.domain.UnitForm;

/** Draws what a reorganisation is made of: mergers, splits, moves, ends and foundings of branches and wards. */
final class RandomOperations {
    private final Random random;
    private final RandomTree tree;
    private final LocalDate on;

    RandomOperations(Random random, RandomTree tree, LocalDate on) {
        this.random = random;
        this.tree = tree;
        this.on = on;
    }

    /** Perhaps none, where there are not units enough. */
    List<Operation> draw(Function<UnitId, List<MemberId>> residents, Function<UnitId, List<UnitId>> children) {
        List<UnitId> branches = shuffled(tree.living(UnitForm.BRANCH, on));
        List<UnitId> wards = shuffled(tree.living(UnitForm.PARTY_ORGANISATION, on));
        if (branches.size() < 3 || wards.size() < 2) {
            return List.of();
        }
        UnitId branch = branches.getFirst();
        UnitId ward = wards.getFirst();
        return switch (random.nextInt(10)) {
            case 0 -> List.of(new Merge(branches.subList(0, 2 + random.nextInt(2)), branch, null));
            case 1 -> List.of(merged(branches.subList(0, 2), RandomTree.BRANCH, ward));
            case 2, 3 -> List.of(split(branch, ward, branches.get(1), residents.apply(branch)));
            case 4 -> List.of(new Merge(wards.subList(0, 2), ward, null));
            case 5 ->
                List.of(
                        merged(wards.subList(0, 2), RandomTree.WARD, tree.root()),
                        new Merge(branches.subList(0, 2), branch, null));
            case 6 -> List.of(splitWard(ward, children.apply(ward)));
            case 7 -> List.of(new Operation.RePlace(List.of(branch), ward));
            case 8 ->
                List.of(new Operation.End(
                        branch,
                        random.nextBoolean() ? List.of() : branches.subList(1, 3),
                        null,
                        branches.get(1),
                        false,
                        null));
            default ->
                List.of(new Operation.Establish(made(RandomTree.BRANCH, ward), branches.subList(0, random.nextInt(2))));
        };
    }

    private Merge merged(List<UnitId> units, UnitStep.Standing standing, UnitId parent) {
        NewUnit made = made(standing, parent);
        return new Merge(units, made.id(), made);
    }

    /** Into parts of which one may be the branch itself, and one may be there already. */
    private Split split(UnitId branch, UnitId ward, UnitId other, List<MemberId> members) {
        NewUnit first = made(RandomTree.BRANCH, ward);
        NewUnit second = made(RandomTree.BRANCH, ward);
        List<List<MemberId>> shares = shares(members);
        Part one = new Part(first.id(), first, List.of(), shares.get(0));
        Part two =
                switch (random.nextInt(4)) {
                    case 0 -> new Part(branch, null, List.of(), shares.get(1));
                    case 1 -> new Part(other, null, List.of(), shares.get(1));
                    default -> new Part(second.id(), second, List.of(), shares.get(1));
                };
        return new Split(branch, List.of(one, two));
    }

    private Split splitWard(UnitId ward, List<UnitId> children) {
        NewUnit first = made(RandomTree.WARD, tree.root());
        NewUnit second = made(RandomTree.WARD, tree.root());
        List<List<UnitId>> shares = shares(children);
        Part two = random.nextBoolean()
                ? new Part(ward, null, shares.get(1), List.of())
                : new Part(second.id(), second, shares.get(1), List.of());
        return new Split(ward, List.of(new Part(first.id(), first, shares.get(0), List.of()), two));
    }

    private <T> List<List<T>> shares(List<T> all) {
        List<List<T>> shares =
                IntStream.range(0, 2).<List<T>>mapToObj(i -> new ArrayList<>()).toList();
        all.forEach(one -> shares.get(random.nextInt(2)).add(one));
        return shares;
    }

    private static NewUnit made(UnitStep.Standing standing, UnitId parent) {
        UnitId id = UnitId.next();
        return new NewUnit(id, id.toString(), "Đơn vị", standing, parent);
    }

    private List<UnitId> shuffled(List<UnitId> units) {
        List<UnitId> shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
