package tusoi.org.members.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member as listed: at home somewhere on the day asked for. */
public record MemberView(
        UUID id,
        @Nullable String reference,
        String fullName,
        LocalDate birthDate,
        String gender,
        UUID unitId,
        @Nullable String unitCode,
        @Nullable String unitName,
        String state,
        boolean exempt,
        boolean suspended,
        LocalDate since,
        @Nullable LocalDate admittedOn,
        @Nullable LocalDate recognisedOn,
        long version) {

    /** A personal file, as far as the reader's units had to do with it. */
    public record File(
            UUID id,
            @Nullable String reference,
            String fullName,
            LocalDate birthDate,
            String gender,
            @Nullable LocalDate admittedOn,
            @Nullable LocalDate recognisedOn,
            List<Stay> slices,
            List<Move> movements,
            long version) {}

    public record Stay(
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            UUID homeUnitId,
            @Nullable String unitCode,
            String state,
            boolean exempt,
            boolean suspended) {}

    public record Move(
            LocalDate on,
            String kind,
            @Nullable UUID unitId,
            @Nullable UUID otherUnitId,
            @Nullable UUID caseId,
            @Nullable UUID reorganisationId) {}
}
