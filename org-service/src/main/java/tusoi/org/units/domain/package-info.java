/** A unit's states over valid time and what must hold for every day of the tree; plain Java. */
@NullMarked
package tusoi.org.units.domain;

import org.jspecify.annotations.NullMarked;
