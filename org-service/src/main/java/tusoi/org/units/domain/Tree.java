package tusoi.org.units.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.org.validity.Timeline;

/** The other units, as the rules ask for them; held still while a change is decided. */
public interface Tree {
    Optional<Timeline<UnitState>> find(UnitId unit);

    /** Units that have this one as their parent on some day of {@code [from, to)}. */
    List<UnitId> childrenDuring(UnitId unit, LocalDate from, @Nullable LocalDate to);

    /** Somebody's home is this unit on some day of {@code [from, to)}. */
    boolean isHomeDuring(UnitId unit, LocalDate from, @Nullable LocalDate to);
}
