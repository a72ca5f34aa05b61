/** Slices over HTTP on real servers, contracts, and what the architecture promises. */
@NullMarked
package tusoi.org;

import org.jspecify.annotations.NullMarked;
