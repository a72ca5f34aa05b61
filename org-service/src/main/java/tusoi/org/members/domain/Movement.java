package tusoi.org.members.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;

/**
 * A way in, across or out. Of a transfer {@code unit} is where from and {@code other} where to.
 *
 * @param caseId the case of discipline-service that it rests on
 */
public record Movement(
        LocalDate on,
        Kind kind,
        @Nullable UnitId unit,
        @Nullable UnitId other,
        @Nullable UUID caseId) {
    public enum Kind {
        REGISTERED,
        ADMITTED,
        READMITTED,
        REINSTATED,
        TRANSFERRED,
        STRUCK_OFF,
        WITHDREW,
        SCREENED_OUT,
        EXPELLED,
        DECEASED
    }
}
