/** What leaves the service: the events' data as on the wire, and the one way they are announced. */
@NullMarked
package tusoi.org.contract;

import org.jspecify.annotations.NullMarked;
