package tusoi.org.units;

import java.util.List;
import java.util.UUID;
import tusoi.org.ids.UnitId;
import tusoi.org.units.domain.DecisionBasis;
import tusoi.org.units.domain.UnitState;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.IfMatch;

/** What can be done to units; each rests on a decision. */
sealed interface UnitCommand {
    DecisionBasis basis();

    Overrides overrides();

    record EstablishUnit(
            String code, UnitState state, List<UUID> predecessors, DecisionBasis basis, Overrides overrides)
            implements UnitCommand {}

    /** A change of a unit that is there, as it was read. */
    sealed interface ChangeUnit extends UnitCommand {
        UnitId unit();

        IfMatch expected();
    }

    record RenameUnit(UnitId unit, IfMatch expected, String name, DecisionBasis basis, Overrides overrides)
            implements ChangeUnit {}

    record ReParentUnit(UnitId unit, IfMatch expected, UnitId parent, DecisionBasis basis, Overrides overrides)
            implements ChangeUnit {}

    record ChangeLevel(
            UnitId unit, IfMatch expected, UnitState.Standing standing, DecisionBasis basis, Overrides overrides)
            implements ChangeUnit {}

    record ChangeKind(UnitId unit, IfMatch expected, String kind, DecisionBasis basis, Overrides overrides)
            implements ChangeUnit {}

    record EndUnit(UnitId unit, IfMatch expected, List<UUID> successors, DecisionBasis basis, Overrides overrides)
            implements ChangeUnit {}
}
