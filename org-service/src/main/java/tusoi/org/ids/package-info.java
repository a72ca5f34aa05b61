/** The identifiers that the slices pass to one another. */
@NullMarked
package tusoi.org.ids;

import org.jspecify.annotations.NullMarked;
