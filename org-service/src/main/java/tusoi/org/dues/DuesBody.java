package tusoi.org.dues;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.dues.domain.Payment;
import tusoi.org.dues.domain.Payment.Category;
import tusoi.org.roster.Months;

/** Dues as they are sent. */
final class DuesBody {
    private static final long DONG_AT_MOST = 1_000_000_000;

    private DuesBody() {}

    /** {@code closedOn} says that nothing more is expected: who has not paid by then is unpaid. */
    record BookBody(
            @NotBlank @Size(max = 64) String unitId,

            @NotNull @Pattern(regexp = Months.PATTERN) String month,

            @NotNull @Size(max = 200) List<@NotNull @Valid Item> items,
            @Nullable LocalDate closedOn,
            @Nullable Map<String, String> overrides) {}

    /** {@code base}: the salary or pension; used for the check, and not kept. */
    @Schema(name = "DuesItem")
    record Item(
            @NotNull UUID memberId,
            @Min(1) @Max(DONG_AT_MOST) long amount,
            @NotNull LocalDate paidOn,
            @Nullable Category category,

            @Nullable @PositiveOrZero @Max(DONG_AT_MOST) Long base,

            @Nullable UUID receivedBy) {
        Payment payment(YearMonth month) {
            return new Payment(
                    memberId, month, amount, category == null ? Category.OTHER : category, base, paidOn, receivedBy);
        }
    }

    record Paid(
            @Min(1) @Max(DONG_AT_MOST) long amount,
            @NotNull LocalDate paidOn,
            @Nullable Category category,

            @Nullable @PositiveOrZero @Max(DONG_AT_MOST) Long base,

            @Nullable UUID receivedBy) {
        Payment payment(UUID member, YearMonth month) {
            return new Payment(
                    member, month, amount, category == null ? Category.OTHER : category, base, paidOn, receivedBy);
        }
    }

    /** Without {@code payment} nothing was paid at all. */
    @Schema(name = "DuesCorrectionBody")
    record CorrectionBody(
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Valid Paid payment,
            @Nullable Map<String, String> overrides) {}
}
