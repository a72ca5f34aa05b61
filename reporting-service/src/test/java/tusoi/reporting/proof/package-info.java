@NullMarked
package tusoi.reporting.proof;

import org.jspecify.annotations.NullMarked;
