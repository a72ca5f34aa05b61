/** A superior unit opens a cycle for a year and with that fixes, as of the opening day, who is obliged and who is not graded. */
@NullMarked
package tusoi.review.cycles;

import org.jspecify.annotations.NullMarked;
