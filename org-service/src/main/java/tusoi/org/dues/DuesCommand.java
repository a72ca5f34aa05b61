package tusoi.org.dues;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.dues.domain.Payment;
import tusoi.org.ids.UnitId;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.IfMatch;

/** What can be done to dues. */
sealed interface DuesCommand {
    /** A branch's month: what came in, and perhaps that nothing more is expected. */
    record EnterBook(
            UnitId unit,
            YearMonth month,
            List<Payment> payments,
            @Nullable LocalDate closedOn,
            Overrides overrides) implements DuesCommand {}

    /** Another amount or day; {@code corrected} is null where nothing was paid at all. */
    record CorrectPayment(
            UUID member,
            YearMonth month,
            IfMatch expected,
            @Nullable Payment corrected,
            String reason,
            Overrides overrides)
            implements DuesCommand {}
}
