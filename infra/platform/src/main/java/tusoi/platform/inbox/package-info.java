/** Events arrive here: each poll in one transaction, each version once, what cannot be read in the dead letters. */
@NullMarked
package tusoi.platform.inbox;

import org.jspecify.annotations.NullMarked;
