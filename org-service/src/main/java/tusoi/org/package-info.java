/** org-service: who belongs where. Units and the tree over time, members, posts, imports, accounts and grants, one package each. */
@NullMarked
package tusoi.org;

import org.jspecify.annotations.NullMarked;
