package tusoi.org.units;

import java.time.LocalDate;
import tusoi.org.ids.UnitId;

/** What other slices hold at units and what ends with them: told in the transaction that ends the unit, before its recorded time. */
public interface EndsWithUnit {
    /** Refuses with a rule where something begins at the unit on the day or later. */
    void unitEnds(UnitId unit, LocalDate on);
}
