/** What accounts may do where: grants by administrators, by posts and by delegation, each for its days. */
@NullMarked
package tusoi.org.grants;

import org.jspecify.annotations.NullMarked;
