package tusoi.review.targets.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What somebody enters of a result.
 *
 * @param on the day by whose end it was reached
 * @param value in the target's measure
 */
public record ResultEntry(LocalDate on, BigDecimal value) {}
