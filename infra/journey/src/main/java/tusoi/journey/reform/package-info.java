/** The reform of 1 July 2025: the district level ends, wards merge; entered as the city's office would, after the years. */
@NullMarked
package tusoi.journey.reform;

import org.jspecify.annotations.NullMarked;
