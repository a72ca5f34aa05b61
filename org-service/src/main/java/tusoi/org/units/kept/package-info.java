/** Units with every version, their lineage, and what is announced of them. */
@NullMarked
package tusoi.org.units.kept;

import org.jspecify.annotations.NullMarked;
