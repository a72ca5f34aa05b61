package tusoi.org.reorganisations.domain;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;

/** Which units operations name. */
final class Names {
    private final Set<UnitId> named = new LinkedHashSet<>();
    private final Set<UnitId> founded = new HashSet<>();

    private Names() {}

    static List<UnitId> of(List<Operation> operations) {
        Names names = new Names();
        operations.forEach(names::add);
        names.named.removeAll(names.founded);
        return List.copyOf(names.named);
    }

    private void add(Operation operation) {
        switch (operation) {
            case Operation.Establish establish -> {
                made(establish.unit());
                named.addAll(establish.predecessors());
            }
            case Operation.Merge merge -> {
                named.addAll(merge.units());
                named.add(merge.into());
                made(merge.made());
            }
            case Operation.Split split -> {
                named.add(split.unit());
                for (Operation.Part part : split.parts()) {
                    named.add(part.into());
                    named.addAll(part.children());
                    made(part.made());
                }
            }
            case Operation.RePlace move -> {
                named.addAll(move.units());
                named.add(move.parent());
            }
            case Operation.Rename rename -> named.add(rename.unit());
            case Operation.ChangeStanding change -> named.add(change.unit());
            case Operation.ChangeKind change -> named.add(change.unit());
            case Operation.End end -> {
                named.add(end.unit());
                named.addAll(end.successors());
                add(end.childrenTo());
                add(end.membersTo());
            }
        }
    }

    private void made(Operation.@Nullable NewUnit unit) {
        if (unit != null) {
            founded.add(unit.id());
            named.add(unit.parent());
        }
    }

    private void add(@Nullable UnitId unit) {
        if (unit != null) {
            named.add(unit);
        }
    }
}
