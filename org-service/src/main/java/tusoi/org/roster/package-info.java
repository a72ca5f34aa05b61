/** Who is at home where on a day, how people attended, and who keeps a branch's books: what meetings, studies, dues and working rules share. */
@NullMarked
package tusoi.org.roster;

import org.jspecify.annotations.NullMarked;
