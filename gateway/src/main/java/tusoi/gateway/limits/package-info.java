/** How often somebody may ask: token buckets per address, per signed-in subject and per token, in bounded memory. */
@NullMarked
package tusoi.gateway.limits;

import org.jspecify.annotations.NullMarked;
