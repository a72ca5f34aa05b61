@NullMarked
package tusoi.gateway;

import org.jspecify.annotations.NullMarked;
