/** Moves of members from branch to branch, with a sending and an accepting side, and across the register's border with one. */
@NullMarked
package tusoi.org.members.transfers;

import org.jspecify.annotations.NullMarked;
