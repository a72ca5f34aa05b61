/**
 * What ends by itself: posts of who is no member any more or whose unit has ended, and what was lent by who is locked or no longer answers for the unit.
 * No command waits for it; it finds out from the tables, as the system, a few at a time.
 */
@NullMarked
package tusoi.org.upkeep;

import org.jspecify.annotations.NullMarked;
