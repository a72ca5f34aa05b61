package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Record;
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
        @Nullable BigDecimal amount) {
    static Count of(Record row) {
        List<@Nullable String> keys =
                new ArrayList<>(Arrays.asList(row.get("k1", String.class), row.get("k2", String.class)));
        return new Count(
                row.get("figure", Integer.class),
                Part.Side.valueOf(row.get("side", String.class)),
                row.get("whole", Boolean.class),
                row.get("placed", Boolean.class),
                keys,
                row.get("amount", BigDecimal.class));
    }
}
