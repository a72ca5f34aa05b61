package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the statement's result.
 *
 * @param whole it is the measure's total; otherwise a part's
 * @param placed false for facts that have no place in the tree of the day asked for
 * @param keys in the places of the question's dimensions
 * @param amount null for a sum of nothing
 */
record Count(
        int figure,
        Part.Side side,
        boolean whole,
        boolean placed,
        List<@Nullable String> keys,
        @Nullable BigDecimal amount) {}
