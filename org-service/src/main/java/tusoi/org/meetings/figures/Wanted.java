package tusoi.org.meetings.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.roster.Months;

/** A unit with everything under it on a day, the months, and the instant whose knowledge is used. */
record Wanted(
        UUID unit,
        Months.Span span,
        LocalDate asOf,
        @Nullable Instant knownAt) {
    OffsetDateTime instant() {
        return knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC);
    }
}
