@NullMarked
package tusoi.review.cycles;

import org.jspecify.annotations.NullMarked;
