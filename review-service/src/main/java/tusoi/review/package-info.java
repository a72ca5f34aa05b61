/**
 * Review cycles: who is obliged to be reviewed in a year, what the subject says of itself, what the meeting proposes, what the
 * deciding body decides, and the report upward. One slice per package; {@code contract} is what leaves the service.
 */
@NullMarked
package tusoi.review;

import org.jspecify.annotations.NullMarked;
