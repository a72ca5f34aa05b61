/** A row of an import and what is wrong with it; plain Java. */
@NullMarked
package tusoi.org.imports.domain;

import org.jspecify.annotations.NullMarked;
