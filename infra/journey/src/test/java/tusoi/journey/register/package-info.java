@NullMarked
package tusoi.journey.register;

import org.jspecify.annotations.NullMarked;
