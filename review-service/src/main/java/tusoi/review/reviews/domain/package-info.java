/** The states of a review and the rules that guard them, in plain Java. Numbers come from the rule profile. */
@NullMarked
package tusoi.review.reviews.domain;

import org.jspecify.annotations.NullMarked;
