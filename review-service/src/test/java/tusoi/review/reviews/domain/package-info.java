@NullMarked
package tusoi.review.reviews.domain;

import org.jspecify.annotations.NullMarked;
