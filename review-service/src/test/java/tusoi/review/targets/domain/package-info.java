@NullMarked
package tusoi.review.targets.domain;

import org.jspecify.annotations.NullMarked;
