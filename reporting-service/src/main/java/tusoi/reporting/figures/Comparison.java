package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.figures.ComparisonView.DifferenceView;
import tusoi.reporting.figures.ComparisonView.PartDifferenceView;
import tusoi.reporting.figures.FiguresView.BreakdownView;
import tusoi.reporting.figures.FiguresView.FigureView;
import tusoi.reporting.figures.FiguresView.PartView;

/** Lays two answers to the same indicators beside each other. It sees what the caller may see, and nothing else. */
final class Comparison {
    private Comparison() {}

    static ComparisonView of(FiguresView one, FiguresView other) {
        List<DifferenceView> differences = new ArrayList<>();
        for (int place = 0; place < one.figures().size(); place++) {
            differences.add(difference(one.figures().get(place), other.figures().get(place)));
        }
        return new ComparisonView(one, other, differences);
    }

    private static DifferenceView difference(FigureView one, FigureView other) {
        BigDecimal numerator = difference(one.numerator(), other.numerator());
        BreakdownView parts = one.breakdown();
        BreakdownView otherParts = other.breakdown();
        Parts differing = parts == null || otherParts == null ? Parts.NONE : Parts.of(parts, otherParts);
        return new DifferenceView(
                one.indicator(),
                numerator == null ? null : numerator.signum() == 0,
                numerator,
                difference(one.denominator(), other.denominator()),
                difference(one.ratio(), other.ratio()),
                differing.unplaced(),
                differing.list(),
                differing.restricted());
    }

    private record Parts(
            @Nullable BigDecimal unplaced,
            List<PartDifferenceView> list,
            @Nullable String restricted) {
        static final Parts NONE = new Parts(null, List.of(), null);

        static Parts of(BreakdownView one, BreakdownView other) {
            String restricted = one.restricted() == null ? other.restricted() : one.restricted();
            return new Parts(
                    difference(one.unplaced(), other.unplaced()),
                    restricted == null ? differences(one, other) : List.of(),
                    restricted);
        }
    }

    private static List<PartDifferenceView> differences(BreakdownView one, BreakdownView other) {
        Map<Map<String, String>, PartView> others = new LinkedHashMap<>();
        other.parts().forEach(part -> others.put(part.keys(), part));
        List<PartDifferenceView> differences = new ArrayList<>();
        one.parts().forEach(part -> add(differences, part, others.remove(part.keys())));
        others.values().forEach(part -> add(differences, null, part));
        return differences;
    }

    private static void add(List<PartDifferenceView> differences, @Nullable PartView one, @Nullable PartView other) {
        PartView part = other == null ? one : other;
        BigDecimal before = one == null ? null : one.numerator();
        BigDecimal after = other == null ? null : other.numerator();
        BigDecimal difference = orZero(after).subtract(orZero(before));
        if (part != null && difference.signum() != 0) {
            differences.add(new PartDifferenceView(part.keys(), part.labels(), before, after, difference));
        }
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static @Nullable BigDecimal difference(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? null : other.subtract(one);
    }
}
