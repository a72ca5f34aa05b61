/** Holdings of posts with every version, what they give, and what is announced of them. */
@NullMarked
package tusoi.org.posts.kept;

import org.jspecify.annotations.NullMarked;
