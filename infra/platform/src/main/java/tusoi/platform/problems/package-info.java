/** Refusals as RFC 9457 problem details with a code, a place and what to do. */
@NullMarked
package tusoi.platform.problems;

import org.jspecify.annotations.NullMarked;
