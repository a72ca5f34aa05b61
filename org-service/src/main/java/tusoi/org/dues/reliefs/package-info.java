/** Who pays less dues, or none, for some months, by which decision. */
@NullMarked
package tusoi.org.dues.reliefs;

import org.jspecify.annotations.NullMarked;
