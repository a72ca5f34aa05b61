@NullMarked
package tusoi.review.cycles.domain;

import org.jspecify.annotations.NullMarked;
