/** What org-service has told of members: home unit, state and posts by day, and names as an erasable copy. */
@NullMarked
package tusoi.discipline.members;

import org.jspecify.annotations.NullMarked;
