/** Units and the tree: established, renamed, re-parented, raised or lowered, ended; each with its decision, on any effective day. */
@NullMarked
package tusoi.org.units;

import org.jspecify.annotations.NullMarked;
