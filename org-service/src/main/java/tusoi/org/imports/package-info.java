/** Members from a file: staged as it streams in, checked as a set, shown, and applied all or not at all. */
@NullMarked
package tusoi.org.imports;

import org.jspecify.annotations.NullMarked;
