package tusoi.org.contract;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A removal that could not be applied: schema removal.v1.
 *
 * @param reason NOT_IN_REGISTER, NOT_UNDERSTOOD or the code of the rule that refused
 */
public record RemovalConflictData(
        UUID conflictId,
        UUID caseId,
        UUID memberId,
        @Nullable UUID unitId,
        String kind,
        @Nullable LocalDate effectiveOn,
        String reason) {}
