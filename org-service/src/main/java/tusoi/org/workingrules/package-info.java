/** Working rules on file: a unit's, for a validity, with the tasks they give to members; and which units have none. */
@NullMarked
package tusoi.org.workingrules;

import org.jspecify.annotations.NullMarked;
