/** A transfer and its clocks; plain Java. */
@NullMarked
package tusoi.org.members.transfers.domain;

import org.jspecify.annotations.NullMarked;
