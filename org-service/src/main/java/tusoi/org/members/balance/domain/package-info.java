/** The balance of a set of memberships over a set of units; plain Java. */
@NullMarked
package tusoi.org.members.balance.domain;

import org.jspecify.annotations.NullMarked;
