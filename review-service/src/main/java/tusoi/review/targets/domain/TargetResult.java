package tusoi.review.targets.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What was reached by the end of a day.
 *
 * @param value in the target's measure, since the target's first day
 * @param achieved whether that is the plan, by the rule profile in force on the day
 * @param profile that one's code
 */
public record TargetResult(UUID id, LocalDate on, BigDecimal value, boolean achieved, String profile) {}
