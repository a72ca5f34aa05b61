@NullMarked
package tusoi.reporting.saved;

import org.jspecify.annotations.NullMarked;
