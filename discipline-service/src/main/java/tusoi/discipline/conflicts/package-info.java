/** What was decided here and the register could not apply, as org-service tells it. */
@NullMarked
package tusoi.discipline.conflicts;

import org.jspecify.annotations.NullMarked;
