/** Temporary activity and its bounds; plain Java. */
@NullMarked
package tusoi.org.members.activities.domain;

import org.jspecify.annotations.NullMarked;
