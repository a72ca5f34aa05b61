package tusoi.org.units;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;

/** One operation on one unit: what a reorganisation is made of, and what the single commands do too. */
public sealed interface UnitStep {
    UnitId unit();

    /** Level, form and kind are the codes of the API. */
    record Establish(UnitId unit, String code, String name, Standing standing, UnitId parent) implements UnitStep {}

    record Standing(String level, String form, @Nullable String kind) {}

    record Rename(UnitId unit, String name) implements UnitStep {}

    record Place(UnitId unit, UnitId parent) implements UnitStep {}

    record ChangeStanding(UnitId unit, Standing standing) implements UnitStep {}

    record ChangeKind(UnitId unit, String kind) implements UnitStep {}

    /**
     * An end, administratively or as a measure.
     *
     * @param dissolution the decision of its own that a dissolution rests on; null: administratively
     */
    record End(UnitId unit, @Nullable DecisionText dissolution) implements UnitStep {}

    /** Who becomes whom, and by what. */
    record Line(List<UnitId> predecessors, UnitId successor, Descent kind) {}

    /** How one unit comes to follow another. */
    enum Descent {
        /** The predecessors end and become the successor. */
        MERGE,
        /** The predecessor ends; the successor is a part of it. */
        SPLIT,
        /** The successor is a part of the predecessor, which lives on. */
        SPIN_OFF,
        /** The successor was founded naming the predecessor, whatever becomes of that one. */
        FOUNDING,
        /** The predecessor ended naming the successor. */
        SUCCESSION
    }
}
