@NullMarked
package tusoi.discipline.cases.domain;

import org.jspecify.annotations.NullMarked;
