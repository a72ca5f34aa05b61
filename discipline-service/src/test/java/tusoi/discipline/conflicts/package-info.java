@NullMarked
package tusoi.discipline.conflicts;

import org.jspecify.annotations.NullMarked;
