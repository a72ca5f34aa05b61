/** A file of another register beside this one: who is new, changed, missing or in conflict, and what of it is taken over. */
@NullMarked
package tusoi.org.reconciliation;

import org.jspecify.annotations.NullMarked;
