/** The rule of a target, in plain Java. */
@NullMarked
package tusoi.review.targets.domain;

import org.jspecify.annotations.NullMarked;
