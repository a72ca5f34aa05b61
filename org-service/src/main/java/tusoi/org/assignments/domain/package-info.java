/** An assignment's validity and its rules; plain Java. */
@NullMarked
package tusoi.org.assignments.domain;

import org.jspecify.annotations.NullMarked;
