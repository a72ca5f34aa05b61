@NullMarked
package tusoi.reporting.published;

import org.jspecify.annotations.NullMarked;
