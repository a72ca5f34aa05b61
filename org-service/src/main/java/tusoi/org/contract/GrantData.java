package tusoi.org.contract;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of every grant event: schema grant.v1. */
public record GrantData(
        UUID grantId,
        UUID accountId,
        String role,
        UUID unitId,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
