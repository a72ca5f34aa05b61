/**
 * The demo's register: generated from a seed, the same each time, at real size. The organisations' names and totals are public;
 * every person is made up, carries a reference that begins with GEN and an identifier that no authority issues.
 */
@NullMarked
package tusoi.journey.register;

import org.jspecify.annotations.NullMarked;
