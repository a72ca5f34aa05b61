/** Whom a branch has in view for admission, and who answers for them. */
@NullMarked
package tusoi.org.members.prospects;

import org.jspecify.annotations.NullMarked;
