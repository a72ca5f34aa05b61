/**
 * Reports of one's own: a standing report with its parameters under a name, for the account that saved it alone. With a schedule, there is one
 * for each month, quarter or year that is over. Nothing runs when it falls due: what a report says as known at an instant is the same
 * whenever it is asked for, so that a list of what is due is all that a schedule needs, and no missed run can be missing.
 */
@NullMarked
package tusoi.reporting.saved;

import org.jspecify.annotations.NullMarked;
