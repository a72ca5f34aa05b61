package tusoi.review.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The data of the events of {@link TargetEventType}; key and aggregate are the target. Both days are included.
 *
 * @param main one of the chief targets of the unit's resolution
 * @param results by their day; the newest as of a day is what counts on it
 */
public record TargetPicture(
        UUID targetId,
        UUID unitId,
        String indicator,
        LocalDate from,
        LocalDate to,
        BigDecimal planned,
        TargetMeasure measure,
        TargetComparison comparison,
        boolean main,
        boolean cancelled,
        List<ResultPicture> results) {

    /**
     * @param value in the target's measure
     * @param achieved by the rule profile named, held against the plan as it is now
     */
    public record ResultPicture(UUID resultId, LocalDate on, BigDecimal value, boolean achieved, String profile) {}
}
