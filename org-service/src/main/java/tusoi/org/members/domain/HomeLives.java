package tusoi.org.members.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;

/** Whether a unit can be a home: alive, and a branch, on every day of {@code [from, to)}. */
public interface HomeLives {
    boolean canBeHome(UnitId unit, LocalDate from, @Nullable LocalDate to);
}
