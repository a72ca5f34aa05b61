@NullMarked
package tusoi.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
