/**
 * Pages that stay open: whatever changes in the figures they show is pushed to them as server-sent events. A stream holds a virtual
 * thread and no queue: whoever reads slowly misses what lies between and gets the latest.
 */
@NullMarked
package tusoi.reporting.live;

import org.jspecify.annotations.NullMarked;
