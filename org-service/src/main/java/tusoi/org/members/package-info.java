/** Persons and their memberships: registered, admitted, recognised, transferred, exempted, and how they leave. */
@NullMarked
package tusoi.org.members;

import org.jspecify.annotations.NullMarked;
