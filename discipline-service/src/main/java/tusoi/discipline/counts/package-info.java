/** What is counted of discipline-service's own books each night. */
@NullMarked
package tusoi.discipline.counts;

import org.jspecify.annotations.NullMarked;
