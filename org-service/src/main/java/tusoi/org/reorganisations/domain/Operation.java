package tusoi.org.reorganisations.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.units.DecisionText;
import tusoi.org.units.UnitStep;

/** One operation of a reorganisation; all of them work on its one effective day. */
public sealed interface Operation {
    /** A unit that an operation founds. */
    record NewUnit(UnitId id, String code, String name, UnitStep.Standing standing, UnitId parent) {
        UnitStep step() {
            return new UnitStep.Establish(id, code, name, standing, parent);
        }
    }

    /** @param predecessors units that live on and of which it becomes a part */
    record Establish(NewUnit unit, List<UnitId> predecessors) implements Operation {}

    /**
     * Several become one: what is under them and who is at home in them goes to the one.
     *
     * @param made the one, where it is founded for this
     */
    record Merge(List<UnitId> units, UnitId into, @Nullable NewUnit made) implements Operation {}

    /** One becomes several; of each child and each member it is said where to. */
    record Split(UnitId unit, List<Part> parts) implements Operation {}

    /**
     * A part of a split: a unit founded for this, one that is there, or the split one itself, which then lives on.
     */
    record Part(UnitId into, @Nullable NewUnit made, List<UnitId> children, List<MemberId> members) {}

    record RePlace(List<UnitId> units, UnitId parent) implements Operation {}

    record Rename(UnitId unit, String name) implements Operation {}

    record ChangeStanding(UnitId unit, UnitStep.Standing standing) implements Operation {}

    record ChangeKind(UnitId unit, String kind) implements Operation {}

    /**
     * An end; what is in the unit goes where it is said, and where nothing is said the unit has to be empty.
     *
     * @param measure a dissolution as a measure of discipline, not an administrative end
     * @param own the decision of its own that a dissolution rests on
     */
    record End(
            UnitId unit,
            List<UnitId> successors,
            @Nullable UnitId childrenTo,
            @Nullable UnitId membersTo,
            boolean measure,
            @Nullable DecisionText own)
            implements Operation {}
}
