/** Lending a role for some days to another account, never more than one has oneself, and ended with one's own grant. */
@NullMarked
package tusoi.org.delegations;

import org.jspecify.annotations.NullMarked;
