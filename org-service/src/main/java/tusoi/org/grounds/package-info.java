/**
 * Grounds for a removal that the books show: three months of a year without dues or away from meetings. Published as grounds,
 * withdrawn where the books change, never a decision.
 */
@NullMarked
package tusoi.org.grounds;

import org.jspecify.annotations.NullMarked;
