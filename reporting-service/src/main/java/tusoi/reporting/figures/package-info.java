/**
 * Answers: any figure of any unit with everything under it, as of any day, as known at any time. A question becomes one SQL
 * statement over facts and the tree; an answer at or below the watermark never changes again.
 */
@NullMarked
package tusoi.reporting.figures;

import org.jspecify.annotations.NullMarked;
