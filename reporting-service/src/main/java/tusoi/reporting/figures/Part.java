package tusoi.reporting.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.indicators.Dimension;

/**
 * One measure to be counted within the request's statement.
 *
 * @param figure the figure's place in the request
 * @param by the question's dimensions in their places, null where this measure is not broken down by one
 */
record Part(int figure, Side side, Measure measure, List<@Nullable Dimension> by) {
    enum Side {
        NUMERATOR,
        DENOMINATOR,
        PART_DENOMINATOR,
        OWN_GRADE
    }

    boolean isBrokenDown() {
        return by.stream().anyMatch(dimension -> dimension != null);
    }
}
