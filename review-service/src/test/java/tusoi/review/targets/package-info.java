@NullMarked
package tusoi.review.targets;

import org.jspecify.annotations.NullMarked;
