/** The warnings that an authority went past, with the figures it was shown and the reason it gave. */
@NullMarked
package tusoi.review.warnings;

import org.jspecify.annotations.NullMarked;
