/**
 * What the register has told of members who stay away or pay no dues: grounds to consider a strike-off, no decision. Kept where
 * the unit can see them, taken back when the register takes them back.
 */
@NullMarked
package tusoi.discipline.notices;

import org.jspecify.annotations.NullMarked;
