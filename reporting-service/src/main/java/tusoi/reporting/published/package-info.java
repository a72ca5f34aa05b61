/**
 * Published reports: a table of figures as it was known at an instant, signed, and never changed again. Who learns later that it was wrong
 * publishes another one that refers to it and says what is different and why.
 */
@NullMarked
package tusoi.reporting.published;

import org.jspecify.annotations.NullMarked;
