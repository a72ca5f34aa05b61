/** The figures that the press printed, beside those that reporting-service answers from events alone. */
@NullMarked
package tusoi.journey.figures;

import org.jspecify.annotations.NullMarked;
