/**
 * A subject's way through one cycle: self-review, proposed grade, decided grade, its revisions, the report upward. Each step is
 * a command of its own, single or in bulk, on the state that allows it.
 */
@NullMarked
package tusoi.review.reviews;

import org.jspecify.annotations.NullMarked;
