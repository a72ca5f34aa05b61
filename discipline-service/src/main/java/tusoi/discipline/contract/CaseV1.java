package tusoi.discipline.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** case.v1.schema.json. */
public record CaseV1(
        UUID caseId,
        String subjectType,
        UUID subjectId,
        UUID unitId,
        String state,
        String source,
        LocalDate receivedOn,
        @Nullable LocalDate violatedOn,
        List<String> contents,
        @Nullable DecisionV1 decision,
        List<ExternalSanctionV1> externalSanctions,
        @Nullable LocalDate annulledOn,
        @Nullable LocalDate closedOn,
        @Nullable String closedReason) {

    public record DecisionV1(
            String number,
            String form,
            UUID deciderUnitId,
            String decidingLevel,
            LocalDate signedOn,
            @Nullable LocalDate announcedOn,
            @Nullable LocalDate effectiveOn,
            String profile,
            List<String> warnings) {}

    public record ExternalSanctionV1(String authority, String form, LocalDate on) {}
}
