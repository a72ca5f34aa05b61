/** What leaves the service: the words, identifiers and pictures of its events. Frozen from release 1.0 on; see contracts/. */
@NullMarked
package tusoi.review.contract;

import org.jspecify.annotations.NullMarked;
