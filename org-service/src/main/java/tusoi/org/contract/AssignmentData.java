package tusoi.org.contract;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of every assignment event: schema assignment.v1. */
public record AssignmentData(
        UUID assignmentId,
        UUID memberId,
        UUID unitId,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
