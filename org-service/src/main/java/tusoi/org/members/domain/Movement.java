package tusoi.org.members.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;

/**
 * A way in, across or out. Of a transfer {@code unit} is where from and {@code other} where to.
 *
 * @param caseId the case of discipline-service that it rests on
 * @param reorganisationId the reorganisation that moved everybody of a unit at once
 */
public record Movement(
        LocalDate on,
        Kind kind,
        @Nullable UnitId unit,
        @Nullable UnitId other,
        @Nullable UUID caseId,
        @Nullable UUID reorganisationId) {
    /** Of one person alone. */
    public Movement(LocalDate on, Kind kind, @Nullable UnitId unit, @Nullable UnitId other, @Nullable UUID caseId) {
        this(on, kind, unit, other, caseId, null);
    }

    Movement movedTo(LocalDate day) {
        return new Movement(day, kind, unit, other, caseId, reorganisationId);
    }

    /** The same as part of a reorganisation. */
    public Movement by(UUID reorganisation) {
        return new Movement(on, kind, unit, other, caseId, reorganisation);
    }

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
