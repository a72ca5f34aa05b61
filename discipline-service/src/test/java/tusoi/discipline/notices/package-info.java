@NullMarked
package tusoi.discipline.notices;

import org.jspecify.annotations.NullMarked;
