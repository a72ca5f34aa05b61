package tusoi.org.units.kept;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tusoi.org.contract.UnitData;
import tusoi.org.ids.UnitId;
import tusoi.org.units.domain.DecisionBasis;
import tusoi.org.units.domain.OrgUnit;
import tusoi.org.units.domain.UnitState;
import tusoi.org.validity.Slice;

/** A unit as events and the audit tell it: all its days, who went before and after it, and how it ends. */
@Component
public class UnitPictures {
    private final UnitBulk units;
    private final Lineage lineage;

    public UnitPictures(UnitBulk units, Lineage lineage) {
        this.units = units;
        this.lineage = lineage;
    }

    /** After lines and ends have been written; a unit that never was has no day. In the order of the versions. */
    public List<UnitData> of(List<UnitJournal.Version> versions, UnitJournal.Grounds grounds) {
        List<UnitId> ids = versions.stream().map(version -> version.unit().id()).toList();
        Lineage.Lines lines = lineage.of(ids);
        Map<UnitId, String> ends = units.endKinds(ids);
        DecisionBasis basis = grounds.basis();
        return versions.stream()
                .map(version -> new UnitData(
                        version.unit().id().value(),
                        version.unit().code(),
                        version.neverWas() ? List.of() : slices(version.unit()),
                        lines.before(version.unit().id()),
                        lines.after(version.unit().id()),
                        new UnitData.Decision(basis.number(), basis.signedOn(), basis.effectiveOn()),
                        ends.get(version.unit().id()),
                        grounds.reorganisation(),
                        lines.of(version.unit().id())))
                .toList();
    }

    public static List<UnitData.Slice> slices(OrgUnit unit) {
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
