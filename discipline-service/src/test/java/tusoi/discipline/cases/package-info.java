@NullMarked
package tusoi.discipline.cases;

import org.jspecify.annotations.NullMarked;
