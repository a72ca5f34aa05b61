/** Dead letters over HTTP: operators see them, mend and replay them, and what was done about each stays with it. */
@NullMarked
package tusoi.platform.letters;

import org.jspecify.annotations.NullMarked;
