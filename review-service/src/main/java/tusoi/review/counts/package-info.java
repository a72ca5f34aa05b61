/** What is counted of review-service's own books each night. */
@NullMarked
package tusoi.review.counts;

import org.jspecify.annotations.NullMarked;
