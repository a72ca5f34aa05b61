package tusoi.reporting.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An open end as PostgreSQL writes it. */
final class Forever {
    private Forever() {}

    static Object ifNull(@Nullable LocalDate end) {
        return end == null ? "infinity" : end;
    }
}
