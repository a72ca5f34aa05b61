/** Speed and memory, shown as ratios beside a peer or a physical limit of the same run. Nothing here is a test. */
@NullMarked
package tusoi.bench;

import org.jspecify.annotations.NullMarked;
