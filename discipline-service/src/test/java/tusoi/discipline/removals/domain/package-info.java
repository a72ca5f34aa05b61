@NullMarked
package tusoi.discipline.removals.domain;

import org.jspecify.annotations.NullMarked;
