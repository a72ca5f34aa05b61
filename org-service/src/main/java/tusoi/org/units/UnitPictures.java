package tusoi.org.units;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.org.contract.UnitData;
import tusoi.org.ids.UnitId;
import tusoi.org.units.domain.DecisionBasis;
import tusoi.org.units.domain.OrgUnit;
import tusoi.org.units.domain.UnitState;
import tusoi.org.validity.Slice;

/** A unit as events and the audit tell it: all its days, who went before and after it, and how it ends. */
@Component
class UnitPictures {
    private final OrgUnits units;
    private final Lineage lineage;

    UnitPictures(OrgUnits units, Lineage lineage) {
        this.units = units;
        this.lineage = lineage;
    }

    /** After lines and the end have been written; a unit that never was has no day. */
    UnitData of(UnitJournal.Version version, DecisionBasis basis, @Nullable UUID reorganisation) {
        OrgUnit unit = version.unit();
        return new UnitData(
                unit.id().value(),
                unit.code(),
                version.neverWas() ? List.of() : slices(unit),
                lineage.predecessors(unit.id()),
                lineage.successors(unit.id()),
                new UnitData.Decision(basis.number(), basis.body(), basis.signedOn(), basis.effectiveOn()),
                units.endKind(unit.id()),
                reorganisation);
    }

    static List<UnitData.Slice> slices(OrgUnit unit) {
        return unit.states().slices().stream().map(UnitPictures::slice).toList();
    }

    private static UnitData.Slice slice(Slice<UnitState> slice) {
        UnitState state = slice.value();
        UnitId parent = state.parent();
        return new UnitData.Slice(
                slice.from(),
                slice.to(),
                state.name(),
                state.level().name(),
                state.form().name(),
                state.kind(),
                parent == null ? null : parent.value());
    }
}
