package tusoi.reporting.facts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An open end, infinity to PostgreSQL. */
final class Forever {
    static final LocalDate DAY = LocalDate.MAX;
    static final Instant INSTANT = Instant.MAX;

    private Forever() {}

    static LocalDate ifNull(@Nullable LocalDate end) {
        return end == null ? DAY : end;
    }
}
