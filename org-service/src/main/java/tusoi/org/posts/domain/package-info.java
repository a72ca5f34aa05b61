/** A holding's validity and its rules; plain Java. */
@NullMarked
package tusoi.org.posts.domain;

import org.jspecify.annotations.NullMarked;
