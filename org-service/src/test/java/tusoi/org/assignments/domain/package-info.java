@NullMarked
package tusoi.org.assignments.domain;

import org.jspecify.annotations.NullMarked;
