@NullMarked
package tusoi.review.reviews;

import org.jspecify.annotations.NullMarked;
