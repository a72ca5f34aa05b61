/** Payments, reliefs and their rules; plain Java. */
@NullMarked
package tusoi.org.dues.domain;

import org.jspecify.annotations.NullMarked;
