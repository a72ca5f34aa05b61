/** Enters the generated register as its people would: each step by somebody who may, each command with a key of its own. */
@NullMarked
package tusoi.journey.entry;

import org.jspecify.annotations.NullMarked;
