/** The states of a case and the rules that guard each step. */
@NullMarked
package tusoi.discipline.cases.domain;

import org.jspecify.annotations.NullMarked;
