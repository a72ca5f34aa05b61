/** Working days: weekends and the holidays of Viet Nam, which are data. */
@NullMarked
package tusoi.org.calendar;

import org.jspecify.annotations.NullMarked;
