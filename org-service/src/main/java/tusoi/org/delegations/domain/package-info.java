/** What may be lent for how long; plain Java. */
@NullMarked
package tusoi.org.delegations.domain;

import org.jspecify.annotations.NullMarked;
