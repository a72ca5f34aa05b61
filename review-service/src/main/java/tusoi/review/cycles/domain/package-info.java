/** The rules of opening a cycle and of who is obliged, in plain Java. */
@NullMarked
package tusoi.review.cycles.domain;

import org.jspecify.annotations.NullMarked;
