package tusoi.discipline.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** removal.v1.schema.json. */
public record RemovalV1(
        UUID caseId,
        String kind,
        UUID memberId,
        UUID unitId,
        String state,
        LocalDate openedOn,
        List<String> grounds,
        @Nullable DecisionV1 decision,
        @Nullable LocalDate closedOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate annulledOn) {

    public record DecisionV1(
            String number,
            UUID deciderUnitId,
            LocalDate signedOn,
            LocalDate effectiveOn,
            String profile,
            List<String> warnings) {}
}
