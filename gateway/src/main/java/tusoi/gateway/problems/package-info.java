/** What the gateway itself refuses, in the same shape as the services' refusals: an RFC 9457 problem with code and remedy. */
@NullMarked
package tusoi.gateway.problems;

import org.jspecify.annotations.NullMarked;
