/** What a service counts of its own books once a night, for reporting to compare its facts with. See decision record 22. */
@NullMarked
package tusoi.platform.counts;

import org.jspecify.annotations.NullMarked;
