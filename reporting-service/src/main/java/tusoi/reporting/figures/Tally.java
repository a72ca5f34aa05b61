package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up counts of the same thing that were had in several ways. */
final class Tally {
    private record Key(int figure, Part.Side side, boolean whole, boolean placed, List<@Nullable String> keys) {}

    private final Map<Key, BigDecimal> amounts = new LinkedHashMap<>();

    void add(Count count) {
        Key key = new Key(count.figure(), count.side(), count.whole(), count.placed(), count.keys());
        amounts.merge(key, count.amount() == null ? BigDecimal.ZERO : count.amount(), BigDecimal::add);
    }

    /** Every whole, and the parts that are something. */
    List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        amounts.forEach((key, amount) -> {
            if (key.whole() || amount.signum() != 0) {
                counts.add(new Count(key.figure(), key.side(), key.whole(), key.placed(), key.keys(), amount));
            }
        });
        return counts;
    }
}
