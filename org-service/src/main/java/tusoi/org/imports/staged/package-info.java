/** Rows on their way into the staging table, and what can be said of them only as a set. */
@NullMarked
package tusoi.org.imports.staged;

import org.jspecify.annotations.NullMarked;
