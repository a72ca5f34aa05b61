package tusoi.org.members.balance.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;

/** The tree of every day, with its lines, as it was known at one instant. */
public interface KnownTree {
    /** Empty for a unit that was not known, or known never to have been. */
    Optional<Life> life(UnitId unit);

    /** The unit stands under the other one on the day, at any distance, or is that one. */
    boolean isUnder(UnitId unit, UnitId superior, LocalDate day);

    /**
     * A unit's days {@code [first, end)} and what it comes from and leads to.
     *
     * @param end null while it lives
     * @param before of what it was made on its first day, or else its superior on that day
     * @param after what it became on the day of its end, or else its last superior
     */
    record Life(LocalDate first, @Nullable LocalDate end, List<UnitId> before, List<UnitId> after) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(first) && (end == null || day.isBefore(end));
        }
    }
}
