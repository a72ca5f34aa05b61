/** How long what a file told of persons stays. */
@NullMarked
package tusoi.org.imports.retention;

import org.jspecify.annotations.NullMarked;
