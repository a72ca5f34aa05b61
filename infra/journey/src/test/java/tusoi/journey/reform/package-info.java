@NullMarked
package tusoi.journey.reform;

import org.jspecify.annotations.NullMarked;
