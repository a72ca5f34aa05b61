/**
 * Sums above the facts: by day and recorded time, of a unit of record and of all units, for what is complete and so never changes again.
 * Derived from facts alone. What they do not cover is counted by facts, with the same answer.
 */
@NullMarked
package tusoi.reporting.sums;

import org.jspecify.annotations.NullMarked;
