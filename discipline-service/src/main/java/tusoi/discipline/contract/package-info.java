/** What leaves this service: the pictures in its events, as the schemas under contracts/ say. No names, no narrative. */
@NullMarked
package tusoi.discipline.contract;

import org.jspecify.annotations.NullMarked;
