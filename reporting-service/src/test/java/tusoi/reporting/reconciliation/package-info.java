@NullMarked
package tusoi.reporting.reconciliation;

import org.jspecify.annotations.NullMarked;
