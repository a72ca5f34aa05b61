@NullMarked
package tusoi.org.posts.domain;

import org.jspecify.annotations.NullMarked;
