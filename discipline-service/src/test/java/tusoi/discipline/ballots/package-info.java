@NullMarked
package tusoi.discipline.ballots;

import org.jspecify.annotations.NullMarked;
