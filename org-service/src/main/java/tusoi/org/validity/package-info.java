/** Valid time as a value: what held on which days, half-open, without gaps inside or overlaps. */
@NullMarked
package tusoi.org.validity;

import org.jspecify.annotations.NullMarked;
