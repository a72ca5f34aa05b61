/** What is told of members, within the caller's scope and with a trace. */
@NullMarked
package tusoi.org.members.reading;

import org.jspecify.annotations.NullMarked;
