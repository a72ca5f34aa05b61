package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A counted fact as it was read.
 *
 * @param unit its unit of record
 * @param cause the case that it came of; null where there is none
 * @param amount what it adds to a figure that is a sum; null where it counts as one
 * @param target the unit of the tree where it is placed; null where it is unplaced
 * @param dimensions what it tells of itself, several values where there are several
 */
record FactRow(
        String fact,
        UUID id,
        int n,
        long version,
        Instant recordedAt,
        UUID subject,
        @Nullable LocalDate day,
        @Nullable LocalDate until,
        @Nullable UUID cause,
        @Nullable BigDecimal amount,
        UUID unit,
        @Nullable UUID target,
        Map<String, List<String>> dimensions) {}
