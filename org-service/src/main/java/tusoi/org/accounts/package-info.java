/** Who may sign in, whose account it is, and the first one of an empty register. */
@NullMarked
package tusoi.org.accounts;

import org.jspecify.annotations.NullMarked;
