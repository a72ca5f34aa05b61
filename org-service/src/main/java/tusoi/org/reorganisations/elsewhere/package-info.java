/** What other services have open on members and units, as their events told. */
@NullMarked
package tusoi.org.reorganisations.elsewhere;

import org.jspecify.annotations.NullMarked;
