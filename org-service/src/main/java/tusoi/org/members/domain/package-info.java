/** A membership's history and its rules; plain Java. */
@NullMarked
package tusoi.org.members.domain;

import org.jspecify.annotations.NullMarked;
