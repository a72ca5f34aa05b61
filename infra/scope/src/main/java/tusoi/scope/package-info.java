/** Units and grants as every service holds them: the one projection of the tree, of accounts and grants, and the SQL that asks it. */
@NullMarked
package tusoi.scope;

import org.jspecify.annotations.NullMarked;
