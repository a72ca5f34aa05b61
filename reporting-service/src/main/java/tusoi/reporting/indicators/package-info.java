/** The catalogue: every number that the product shows, once, with what it counts and by what it may be broken down. */
@NullMarked
package tusoi.reporting.indicators;

import org.jspecify.annotations.NullMarked;
