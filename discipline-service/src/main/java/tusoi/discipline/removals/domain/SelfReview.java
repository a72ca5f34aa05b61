package tusoi.discipline.removals.domain;

import java.time.LocalDate;

/**
 * The member's own review.
 *
 * @param requests how often it was asked for
 */
public record SelfReview(LocalDate on, boolean submitted, int requests) {}
