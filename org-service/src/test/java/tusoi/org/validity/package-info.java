@NullMarked
package tusoi.org.validity;

import org.jspecify.annotations.NullMarked;
