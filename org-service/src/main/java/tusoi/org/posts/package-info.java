/** Posts that members hold, several at once, in the party and outside it. */
@NullMarked
package tusoi.org.posts;

import org.jspecify.annotations.NullMarked;
