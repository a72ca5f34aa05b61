/** Counting: who was entitled, who voted, and whether a majority was reached. The base is stored with every vote. */
@NullMarked
package tusoi.discipline.ballots;

import org.jspecify.annotations.NullMarked;
