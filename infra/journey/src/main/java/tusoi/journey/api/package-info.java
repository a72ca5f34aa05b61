/** The public API as a person's client sees it: a token, a key per command, patience while a part is away. */
@NullMarked
package tusoi.journey.api;

import org.jspecify.annotations.NullMarked;
