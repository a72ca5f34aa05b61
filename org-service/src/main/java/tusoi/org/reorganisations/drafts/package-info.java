/** What a reorganisation consists of, as it was drafted and as it is kept, and who may work on it. */
@NullMarked
package tusoi.org.reorganisations.drafts;

import org.jspecify.annotations.NullMarked;
