/** Files of members as rows: separated values and workbooks, streamed. */
@NullMarked
package tusoi.org.imports.files;

import org.jspecify.annotations.NullMarked;
