@NullMarked
package tusoi.discipline;

import org.jspecify.annotations.NullMarked;
