package tusoi.reporting.saved;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.saved.Schedule.Every;

/**
 * A report of one's own.
 *
 * @param unit the id, so that a code given to another unit later changes nothing
 * @param every null where it has no schedule; {@code from}, {@code to} and {@code year} stand aside where it has one
 */
record SavedReport(
        UUID id,
        long version,
        String name,
        String report,
        UUID unit,
        @Nullable Integer year,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate asOf,
        @Nullable String cycle,
        @Nullable Every every,
        @Nullable Integer afterDays,
        Instant savedAt) {}
