/** Which days a step can have been taken on. */
@NullMarked
package tusoi.discipline.days;

import org.jspecify.annotations.NullMarked;
