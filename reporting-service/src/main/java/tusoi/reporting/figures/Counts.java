package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One measure's counts: of the whole, of what is unplaced, and of each part. */
final class Counts {
    private final @Nullable BigDecimal ofMissingPart;
    private @Nullable BigDecimal whole;
    private BigDecimal unplaced = BigDecimal.ZERO;
    private final Map<List<@Nullable String>, BigDecimal> parts = new HashMap<>();

    /** @param ofMissingPart what is said of a part without facts: 0, or null where that is not known */
    Counts(@Nullable BigDecimal ofMissingPart) {
        this.ofMissingPart = ofMissingPart;
    }

    /** Of a whole that is broken down by nothing. */
    static Counts of(BigDecimal whole) {
        Counts counts = new Counts(BigDecimal.ZERO);
        counts.whole = whole;
        return counts;
    }

    /** Both together; neither is changed. */
    Counts plus(Counts other) {
        return of((whole == null ? BigDecimal.ZERO : whole).add(other.whole == null ? BigDecimal.ZERO : other.whole));
    }

    void add(Count count) {
        if (count.whole()) {
            whole = count.amount();
        } else if (count.amount() != null && count.placed()) {
            parts.put(new ArrayList<>(count.keys()), count.amount());
        } else if (count.amount() != null) {
            unplaced = unplaced.add(count.amount());
        }
    }

    /** Null for a sum of nothing. */
    @Nullable
    BigDecimal whole() {
        return whole == null ? null : Ratio.plain(whole);
    }

    BigDecimal unplaced() {
        return Ratio.plain(unplaced);
    }

    @Nullable
    BigDecimal part(List<@Nullable String> keys) {
        BigDecimal amount = parts.getOrDefault(keys, ofMissingPart);
        return amount == null ? null : Ratio.plain(amount);
    }

    Set<List<@Nullable String>> keys() {
        return parts.keySet();
    }
}
