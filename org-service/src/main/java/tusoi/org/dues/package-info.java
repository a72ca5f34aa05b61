/** Dues by month: what members pay, a branch's book of a month, who pays less or nothing, and up to when somebody has paid. */
@NullMarked
package tusoi.org.dues;

import org.jspecify.annotations.NullMarked;
