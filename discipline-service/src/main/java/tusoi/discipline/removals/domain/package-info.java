/** The states of a removal and the rules that guard each step. */
@NullMarked
package tusoi.discipline.removals.domain;

import org.jspecify.annotations.NullMarked;
