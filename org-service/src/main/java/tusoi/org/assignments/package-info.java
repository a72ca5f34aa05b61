/** Which committee member looks after which branch (phân công phụ trách chi bộ), and from when to when. */
@NullMarked
package tusoi.org.assignments;

import org.jspecify.annotations.NullMarked;
