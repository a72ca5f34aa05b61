package tusoi.org.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;

/** Tells the tree who is at home where; the members' slice answers. */
public interface Homes {
    /** Somebody is at home in the unit on some day of {@code [from, to)}. */
    boolean isHomeDuring(UnitId unit, LocalDate from, @Nullable LocalDate to);
}
