@NullMarked
package tusoi.journey.figures;

import org.jspecify.annotations.NullMarked;
