package tusoi.org.members.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;

/**
 * An admission as it was carried out.
 *
 * @param on the day of the ceremony
 * @param decidedOn the day on which the decision was signed, where it is known
 * @param introductions empty where nobody kept a file of the prospect
 */
public record Admission(
        UnitId home,
        LocalDate on,
        LocalDate birthDate,
        @Nullable LocalDate decidedOn,
        @Nullable Ballot ballot,
        @Nullable List<Introduction> introductions) {

    /** Who answers for a prospect, since when working or living together, and whether official on the day of admission. */
    public record Introduction(LocalDate knownSince, boolean official) {}
}
