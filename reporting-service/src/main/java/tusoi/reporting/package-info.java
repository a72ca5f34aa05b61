/** Facts from the other services' events, and the figures that can be said of them as of any day and as known at any time. */
@NullMarked
package tusoi.reporting;

import org.jspecify.annotations.NullMarked;
