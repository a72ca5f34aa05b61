package tusoi.org.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of every member event: schema member.v1.
 *
 * @param mergedInto of an entry that was joined with another of the same person: the one that goes on
 */
public record MemberData(
        UUID memberId,
        List<Slice> slices,
        List<Movement> movements,
        @Nullable LocalDate admittedOn,
        @Nullable LocalDate recognisedOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID mergedInto) {
    public record Slice(
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            UUID homeUnitId,
            String state,
            boolean exempt,
            boolean suspended) {}

    public record Movement(
            LocalDate on,
            String kind,
            @Nullable UUID unitId,
            @Nullable UUID otherUnitId,
            @Nullable UUID caseId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UUID reorganisationId) {}
}
