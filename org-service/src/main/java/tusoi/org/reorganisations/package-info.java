/**
 * Reorganisations: one decision that founds, merges, splits, moves, renames and ends units, with everybody at home in them, in
 * one transaction; drafted, shown beforehand, confirmed as shown, and revoked while nothing rests on it.
 */
@NullMarked
package tusoi.org.reorganisations;

import org.jspecify.annotations.NullMarked;
