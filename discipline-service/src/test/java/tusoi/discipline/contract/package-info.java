@NullMarked
package tusoi.discipline.contract;

import org.jspecify.annotations.NullMarked;
