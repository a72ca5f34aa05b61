/** A target, its results and when they achieve it, in plain Java. */
@NullMarked
package tusoi.review.targets.domain;

import org.jspecify.annotations.NullMarked;
