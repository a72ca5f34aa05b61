/** Removals from the list of members: strike-off, withdrawal, screening. No discipline; org-service ends the membership. */
@NullMarked
package tusoi.discipline.removals;

import org.jspecify.annotations.NullMarked;
