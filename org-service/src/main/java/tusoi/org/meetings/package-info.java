/** A branch's monthly meetings: planned and held, who attended, last month's tasks answered, new ones set, shortcomings noted. */
@NullMarked
package tusoi.org.meetings;

import org.jspecify.annotations.NullMarked;
