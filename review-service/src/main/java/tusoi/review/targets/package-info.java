/**
 * What a unit plans to reach in an indicator over a span, and what it reached by which day. What the register counts, such as
 * admissions, reporting-service measures against the plan by itself; of all else the result is entered here.
 */
@NullMarked
package tusoi.review.targets;

import org.jspecify.annotations.NullMarked;
