/** Working rules and what binds them; plain Java. */
@NullMarked
package tusoi.org.workingrules.domain;

import org.jspecify.annotations.NullMarked;
