@NullMarked
package tusoi.review.contract;

import org.jspecify.annotations.NullMarked;
