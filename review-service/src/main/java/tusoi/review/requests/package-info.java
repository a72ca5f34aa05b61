/** What requests name: units by id or code, places in lists. */
@NullMarked
package tusoi.review.requests;

import org.jspecify.annotations.NullMarked;
