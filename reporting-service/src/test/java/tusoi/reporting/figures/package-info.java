@NullMarked
package tusoi.reporting.figures;

import org.jspecify.annotations.NullMarked;
