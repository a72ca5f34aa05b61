@NullMarked
package tusoi.reporting;

import org.jspecify.annotations.NullMarked;
