@NullMarked
package tusoi.reporting.contract;

import org.jspecify.annotations.NullMarked;
