package tusoi.discipline.contract;

import java.util.UUID;

/** conflict.v1.schema.json. */
public record ConflictV1(UUID conflictId, UUID caseId, UUID memberId, UUID unitId, String reason) {}
