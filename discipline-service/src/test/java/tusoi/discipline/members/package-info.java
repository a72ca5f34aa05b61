@NullMarked
package tusoi.discipline.members;

import org.jspecify.annotations.NullMarked;
