/** Who may sign in and what they may do where: accounts, grants, and the first of each in an empty register. */
@NullMarked
package tusoi.org.accounts;

import org.jspecify.annotations.NullMarked;
