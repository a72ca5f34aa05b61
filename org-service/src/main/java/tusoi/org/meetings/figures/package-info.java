/** What is seen over many meetings: lists, months without one, how members attended, where superiors have been. */
@NullMarked
package tusoi.org.meetings.figures;

import org.jspecify.annotations.NullMarked;
