/** What a reorganisation would do to the register as it is: the same for a preview and for the confirmation of what it showed. */
@NullMarked
package tusoi.org.reorganisations.works;

import org.jspecify.annotations.NullMarked;
