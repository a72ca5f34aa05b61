@NullMarked
package tusoi.reporting.live;

import org.jspecify.annotations.NullMarked;
