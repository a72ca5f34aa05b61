/** The journey: a district's years entered through the public API, and what reporting-service then says of them. */
@NullMarked
package tusoi.journey;

import org.jspecify.annotations.NullMarked;
