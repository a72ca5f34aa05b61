/** Who leaves by a decision of discipline-service, and what could not be applied. */
@NullMarked
package tusoi.org.members.removals;

import org.jspecify.annotations.NullMarked;
