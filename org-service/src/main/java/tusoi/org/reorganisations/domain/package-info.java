/** What a reorganisation's operations come to, and when they contradict each other; plain Java. */
@NullMarked
package tusoi.org.reorganisations.domain;

import org.jspecify.annotations.NullMarked;
