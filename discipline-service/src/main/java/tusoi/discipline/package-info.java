/** Cases against members and units, removals from the list, and what this service must know of members to judge them. */
@NullMarked
package tusoi.discipline;

import org.jspecify.annotations.NullMarked;
