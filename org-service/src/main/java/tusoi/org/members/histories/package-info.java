/** Memberships as they are kept: every version of them, what each rests on, and the one way in which one is changed. */
@NullMarked
package tusoi.org.members.histories;

import org.jspecify.annotations.NullMarked;
