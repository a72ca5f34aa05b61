package tusoi.review.targets.domain;

import static tusoi.review.targets.domain.TargetRules.REV_18;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import tusoi.platform.rules.Decision;
import tusoi.review.contract.TargetPicture;
import tusoi.review.contract.UnitId;

/**
 * A unit is set a target, or an earlier one for the same span is corrected.
 *
 * @param from first day of the span
 * @param to last day of it
 * @param planned in the indicator's own unit
 */
public record SetTarget(UnitId unit, String indicator, LocalDate from, LocalDate to, BigDecimal planned) {
    /** REV-18. A span of one day is one. */
    public Decision<SetTarget, String> check() {
        if (to.isBefore(from) || planned.signum() <= 0) {
            return Decision.refused(
                    REV_18,
                    "From " + from + " to " + to + ", " + planned + " planned",
                    Map.of("from", from.toString(), "to", to.toString(), "planned", planned));
        }
        return Decision.accepted(this, TargetPicture.SET);
    }
}
