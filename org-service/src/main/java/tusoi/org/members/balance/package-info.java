/** How many members a unit had, who came, who went, and how many there are: for any unit, span and tree. */
@NullMarked
package tusoi.org.members.balance;

import org.jspecify.annotations.NullMarked;
