@NullMarked
package tusoi.reporting.exports;

import org.jspecify.annotations.NullMarked;
