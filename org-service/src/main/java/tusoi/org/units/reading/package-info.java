/** The tree and its units as they are asked for: as of a day, as known at an instant, within the scope. */
@NullMarked
package tusoi.org.units.reading;

import org.jspecify.annotations.NullMarked;
