/**
 * org-service: who belongs where. Units and the tree over time, members, posts, imports, accounts and grants, and what branches keep:
 * meetings, studies, dues, working rules; one package each.
 */
@NullMarked
package tusoi.org;

import org.jspecify.annotations.NullMarked;
