package tusoi.reporting.figures;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit that is not in the tree of the day asked for but whose facts belong to the unit asked for.
 *
 * @param target the unit under which its facts are placed by lineage; null where there is none: they are unplaced
 */
record Stray(UUID unit, @Nullable UUID target) {}
