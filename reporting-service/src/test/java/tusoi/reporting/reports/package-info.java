@NullMarked
package tusoi.reporting.reports;

import org.jspecify.annotations.NullMarked;
