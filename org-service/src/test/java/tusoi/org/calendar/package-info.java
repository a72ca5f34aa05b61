@NullMarked
package tusoi.org.calendar;

import org.jspecify.annotations.NullMarked;
