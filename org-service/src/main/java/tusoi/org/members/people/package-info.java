/** Who somebody is, apart from any membership: corrected with what was held before, joined where entered twice. */
@NullMarked
package tusoi.org.members.people;

import org.jspecify.annotations.NullMarked;
