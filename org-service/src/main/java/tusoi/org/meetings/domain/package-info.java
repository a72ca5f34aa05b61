/** A meeting's record and its rules; plain Java. */
@NullMarked
package tusoi.org.meetings.domain;

import org.jspecify.annotations.NullMarked;
