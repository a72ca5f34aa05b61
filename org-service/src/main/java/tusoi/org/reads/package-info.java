/** Whoever reads of persons leaves a trace: what was read, and at which unit, so that who answers for the unit may see it. */
@NullMarked
package tusoi.org.reads;

import org.jspecify.annotations.NullMarked;
