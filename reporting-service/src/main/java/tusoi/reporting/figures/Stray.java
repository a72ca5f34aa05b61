package tusoi.reporting.figures;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit that is not in the tree of the day asked for but whose facts belong to the unit asked for.
 *
 * @param target the unit in which its facts are placed by lineage; null where there is not exactly one: they are unplaced
 * @param child the one under the unit asked for that they belong to, placed or not; null where that is the unit itself
 */
record Stray(UUID unit, @Nullable UUID target, @Nullable UUID child) {}
