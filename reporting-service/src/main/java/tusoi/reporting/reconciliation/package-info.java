/**
 * What each service counted of its own books, beside the facts as they were known at that very instant. A difference is an error of
 * somebody's; it is kept with both numbers and told. See decision record 22.
 */
@NullMarked
package tusoi.reporting.reconciliation;

import org.jspecify.annotations.NullMarked;
