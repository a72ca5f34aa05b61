@NullMarked
package tusoi.org.meetings.domain;

import org.jspecify.annotations.NullMarked;
