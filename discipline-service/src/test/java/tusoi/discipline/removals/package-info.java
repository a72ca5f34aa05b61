@NullMarked
package tusoi.discipline.removals;

import org.jspecify.annotations.NullMarked;
