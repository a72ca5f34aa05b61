@NullMarked
package tusoi.gateway.limits;

import org.jspecify.annotations.NullMarked;
