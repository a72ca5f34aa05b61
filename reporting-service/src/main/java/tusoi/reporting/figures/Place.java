package tusoi.reporting.figures;

import java.util.Map;
import tusoi.reporting.indicators.Dimension;

/**
 * Where a unit's facts stand in an answer.
 *
 * @param placed false where no unit of the tree is known to be theirs
 * @param told what the tree says of that unit, as far as the answer is broken down by it
 */
record Place(boolean placed, Map<Dimension, String> told) {
    /** In an answer that is broken down by nothing that the tree tells. */
    static final Place INSIDE = new Place(true, Map.of());
}
