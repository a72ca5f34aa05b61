package tusoi.review.targets;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.review.contract.TargetComparison;
import tusoi.review.contract.TargetMeasure;
import tusoi.review.contract.UnitId;
import tusoi.review.targets.domain.ResultEntry;
import tusoi.review.targets.domain.SetTarget;

/** The bodies of the commands. */
final class TargetRequests {
    static final int NAME_CHARACTERS = 300;
    static final int REASON_CHARACTERS = 2_000;

    /** A province's budget of a term in đồng has fewer. */
    static final int DIGITS = 15;

    private TargetRequests() {}

    /**
     * What it does not tell of a target that is there stays as it is.
     *
     * @param indicator what is planned, as a code: the same code and measure are summed over units
     * @param name as the unit's resolution words it
     * @param measure PERSON for what the register counts, NUMBER for others, unless told of a new one
     * @param comparison AT_LEAST unless told of a new one
     * @param main one of the chief targets; a new one is not unless told
     */
    record SetTargetBody(
            @NotNull UUID unitId,

            @NotNull @Size(max = 60) @Pattern(regexp = "[a-z][a-z-]*\\.[a-z][a-z-]*")
            String indicator,

            @Nullable @Size(max = NAME_CHARACTERS) String name,
            @NotNull LocalDate from,
            @NotNull LocalDate to,

            @NotNull @Digits(integer = DIGITS, fraction = 4) BigDecimal planned,

            @Nullable TargetMeasure measure,
            @Nullable TargetComparison comparison,
            @Nullable Boolean main) {
        SetTarget command() {
            return new SetTarget(new UnitId(unitId), indicator, name, from, to, planned, measure, comparison, main);
        }
    }

    /** @param value reached since the target's first day, in the target's measure */
    record ResultBody(
            @NotNull LocalDate on,

            @NotNull @Digits(integer = DIGITS, fraction = 4) BigDecimal value) {
        ResultEntry entry() {
            return new ResultEntry(on, value);
        }
    }

    record CorrectionBody(
            @NotNull LocalDate on,

            @NotNull @Digits(integer = DIGITS, fraction = 4) BigDecimal value,

            @NotBlank @Size(max = REASON_CHARACTERS) String reason) {
        ResultEntry entry() {
            return new ResultEntry(on, value);
        }
    }

    record ReasonBody(
            @NotBlank @Size(max = REASON_CHARACTERS) String reason) {}
}
