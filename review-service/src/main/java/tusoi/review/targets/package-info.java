/** What a unit plans to reach in an indicator over a span; reporting-service computes what was reached. */
@NullMarked
package tusoi.review.targets;

import org.jspecify.annotations.NullMarked;
