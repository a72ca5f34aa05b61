@NullMarked
package tusoi.review.members;

import org.jspecify.annotations.NullMarked;
