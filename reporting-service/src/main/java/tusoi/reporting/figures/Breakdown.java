package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.figures.FiguresView.BreakdownView;
import tusoi.reporting.figures.FiguresView.PartView;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Indicator;

/** Puts the parts of a figure together: every child unit and every grade, with 0 where there is none, in a fixed order. */
final class Breakdown {
    private final Indicator indicator;
    private final List<Dimension> by;
    private final Map<String, String> childNames;

    /** @param childNames the child units' names by code */
    Breakdown(Indicator indicator, List<Dimension> by, Map<String, String> childNames) {
        this.indicator = indicator;
        this.by = by;
        this.childNames = childNames;
    }

    /** @param denominators null where there is none, or none that was asked of the parts */
    BreakdownView of(Counts numerators, @Nullable Counts denominators, @Nullable BigDecimal wholeDenominator) {
        List<PartView> parts = keys(numerators, denominators).stream()
                .sorted(order())
                .map(key -> part(key, numerators, denominators, wholeDenominator))
                .toList();
        return new BreakdownView(
                by.stream().map(Dimension::code).toList(),
                indicator.isAdditive(by),
                parts,
                numerators.unplaced(),
                null);
    }

    private PartView part(
            List<@Nullable String> key,
            Counts numerators,
            @Nullable Counts denominators,
            @Nullable BigDecimal wholeDenominator) {
        Map<String, String> keys = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        for (int place = 0; place < by.size(); place++) {
            String code = Objects.requireNonNull(key.get(place));
            keys.put(by.get(place).code(), code);
            String name = by.get(place) == Dimension.UNIT ? childNames.get(code) : null;
            if (name != null) {
                labels.put(by.get(place).code(), name);
            }
        }
        BigDecimal numerator = Objects.requireNonNull(numerators.part(key));
        BigDecimal denominator =
                sharesAny() ? denominators == null ? null : denominators.part(shared(key)) : wholeDenominator;
        return new PartView(keys, labels, numerator, denominator, Ratio.of(numerator, denominator));
    }

    private Set<List<@Nullable String>> keys(Counts numerators, @Nullable Counts denominators) {
        Set<List<@Nullable String>> keys = new HashSet<>(numerators.keys());
        if (denominators != null && indicator.sharedDimensions().containsAll(by)) {
            keys.addAll(denominators.keys());
        }
        keys.addAll(combinations());
        return keys;
    }

    /** All combinations where every dimension's values are known beforehand; none otherwise. */
    private List<List<@Nullable String>> combinations() {
        List<List<@Nullable String>> all = List.of(List.of());
        for (Dimension dimension : by) {
            List<String> values = dimension == Dimension.UNIT
                    ? childNames.keySet().stream().sorted().toList()
                    : Codes.complete(dimension);
            List<List<@Nullable String>> longer = new ArrayList<>();
            for (List<@Nullable String> start : all) {
                for (String value : values) {
                    List<@Nullable String> combination = new ArrayList<>(start);
                    combination.add(value);
                    longer.add(combination);
                }
            }
            all = longer;
        }
        all.forEach(combination -> {
            while (combination.size() < Composer.KEYS.size()) {
                combination.add(null);
            }
        });
        return all;
    }

    private boolean sharesAny() {
        return by.stream().anyMatch(indicator.sharedDimensions()::contains);
    }

    /** The key of the denominator that a part is measured against. */
    private List<@Nullable String> shared(List<@Nullable String> key) {
        List<@Nullable String> shared = new ArrayList<>(key);
        for (int place = 0; place < by.size(); place++) {
            if (!indicator.sharedDimensions().contains(by.get(place))) {
                shared.set(place, null);
            }
        }
        return shared;
    }

    private Comparator<List<@Nullable String>> order() {
        Comparator<List<@Nullable String>> order = (_, _) -> 0;
        for (int place = 0; place < by.size(); place++) {
            int at = place;
            Comparator<String> codes = Codes.order(by.get(place));
            order = order.thenComparing((one, other) ->
                    codes.compare(Objects.requireNonNull(one.get(at)), Objects.requireNonNull(other.get(at))));
        }
        return order;
    }
}
