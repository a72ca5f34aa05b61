package tusoi.reporting.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.scope.Right;

/**
 * A published report without its table.
 *
 * @param version of the report's definition
 * @param replaces the one that it corrects
 * @param replacedBy the one that corrects it
 * @param rights what a reader needs at the unit, beside FIGURES_READ
 */
record PublishedReport(
        UUID id,
        UUID unit,
        String report,
        int version,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        String cycle,
        Instant knownAt,
        Instant publishedAt,
        UUID publishedBy,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy,
        @Nullable String reason,
        String sha256,
        String keyId,
        List<Right> rights) {}
