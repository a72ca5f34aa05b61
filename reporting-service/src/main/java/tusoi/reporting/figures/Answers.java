package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.reporting.figures.FiguresView.BreakdownView;
import tusoi.reporting.figures.FiguresView.FigureView;
import tusoi.reporting.figures.FiguresView.SpanView;
import tusoi.reporting.figures.FiguresView.UnitView;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Indicator;
import tusoi.scope.Scope;
import tusoi.scope.Units;
import tusoi.scope.Units.Unit;

/** Answers a question: counts, then ratios, reasons for what is absent, and what a right leaves out. */
@Component
class Answers {
    private final FiguresQueries queries;
    private final Units units;
    private final Scope scope;

    Answers(FiguresQueries queries, Units units, Scope scope) {
        this.queries = queries;
        this.units = units;
        this.scope = scope;
    }

    FiguresView answer(Question asked, List<Indicator> indicators) {
        Unit unit = unit(asked);
        List<FigureView> figures =
                unit == null ? nowhere(indicators) : figures(queries.completed(asked, indicators), indicators, unit);
        return view(asked, unit, figures);
    }

    @Nullable
    Unit unit(Question asked) {
        return units.find(asked.unit(), asked.asOf(), asked.knownAt()).orElse(null);
    }

    static List<FigureView> nowhere(List<Indicator> indicators) {
        return indicators.stream()
                .map(indicator -> absent(indicator, "unit-not-in-tree"))
                .toList();
    }

    static FiguresView view(Question asked, @Nullable Unit unit, List<FigureView> figures) {
        UnitView about = unit == null
                ? new UnitView(asked.unit(), null, null, null)
                : new UnitView(unit.id(), unit.code(), unit.name(), unit.level());
        return new FiguresView(
                about,
                new SpanView(asked.from(), asked.to()),
                asked.asOf(),
                asked.knownAt(),
                asked.cycle().text(),
                figures);
    }

    private List<FigureView> figures(Question question, List<Indicator> indicators, Unit unit) {
        Map<Part.Side, Map<Integer, Counts>> counts = queries.count(question, indicators);
        Map<String, String> children = children(question, unit);
        List<FigureView> figures = new ArrayList<>();
        for (int place = 0; place < indicators.size(); place++) {
            figures.add(figure(question, indicators.get(place), unit, new Sides(counts, place), children));
        }
        return figures;
    }

    /** Names by code, where the question breaks figures down by them. */
    Map<String, String> children(Question question, Unit unit) {
        return question.by().contains(Dimension.UNIT)
                ? units.children(unit.id(), question.asOf(), question.knownAt()).stream()
                        .collect(Collectors.toMap(Unit::code, Unit::name))
                : Map.of();
    }

    /** The counts of one figure. */
    record Sides(Map<Part.Side, Map<Integer, Counts>> counts, int figure) {
        @Nullable
        Counts get(Part.Side side) {
            return counts.getOrDefault(side, Map.of()).get(figure);
        }
    }

    FigureView figure(Question question, Indicator indicator, Unit unit, Sides sides, Map<String, String> children) {
        Counts numerators = sides.get(Part.Side.NUMERATOR);
        if (numerators == null) {
            return absent(indicator, "no-cycle");
        }
        BigDecimal numerator = numerators.whole();
        Counts denominators = sides.get(Part.Side.DENOMINATOR);
        if (numerator == null) {
            return notOneTarget(question, indicator, numerators, denominators, children);
        }
        BigDecimal denominator = denominators == null ? null : denominators.whole();
        if (denominator == null && isNothingWithoutDenominator(indicator)) {
            return absent(indicator, "no-target");
        }
        Counts ofParts = sides.get(Part.Side.PART_DENOMINATOR);
        Counts own = sides.get(Part.Side.OWN_GRADE);
        Object value = own == null ? numerator : ownGrade(own);
        BreakdownView breakdown = question.by().isEmpty()
                ? null
                : restricted(
                        question,
                        indicator,
                        unit,
                        new Breakdown(indicator, question.by(), children)
                                .of(numerators, ofParts == null ? denominators : ofParts, denominator));
        return new FigureView(
                indicator.id(),
                indicator.kind().code(),
                indicator.version(),
                value,
                numerator,
                denominator,
                indicator.denominatorName(),
                Ratio.of(numerator, denominator),
                profile(question, indicator),
                reason(indicator, value, denominator),
                breakdown);
    }

    /** Where nothing is planned, what is counted under the plan is no figure. */
    static boolean isNothingWithoutDenominator(Indicator indicator) {
        return indicator.id().equals("member.admission-target");
    }

    /** Amounts of none or of several targets are no sum; those of each are. */
    private static FigureView notOneTarget(
            Question question,
            Indicator indicator,
            Counts numerators,
            @Nullable Counts denominators,
            Map<String, String> children) {
        BreakdownView ofEach = question.by().contains(Dimension.TARGET)
                ? new Breakdown(indicator, question.by(), children).of(numerators, denominators, null)
                : null;
        return new FigureView(
                indicator.id(),
                indicator.kind().code(),
                indicator.version(),
                null,
                null,
                null,
                indicator.denominatorName(),
                null,
                null,
                "no-single-target",
                ofEach);
    }

    private static @Nullable String ownGrade(Counts own) {
        Set<List<@Nullable String>> grades = own.keys();
        return grades.size() == 1 ? grades.iterator().next().getFirst() : null;
    }

    private static @Nullable String reason(
            Indicator indicator, @Nullable Object value, @Nullable BigDecimal denominator) {
        if (value == null) {
            return "not-decided";
        }
        if (indicator.denominatorName() == null) {
            return null;
        }
        if (denominator == null) {
            return "no-single-opening-day";
        }
        return denominator.signum() == 0 ? "denominator-is-zero" : null;
    }

    /** The profile of the cycles that concern the unit, where they share one. */
    private static @Nullable String profile(Question question, Indicator indicator) {
        if (!Formulas.of(indicator).ofCycle()) {
            return null;
        }
        List<@Nullable String> profiles = question.cycles().stream()
                .filter(Cycle::concernsUnit)
                .map(Cycle::profile)
                .distinct()
                .collect(Collectors.toList());
        return profiles.size() == 1 ? profiles.getFirst() : null;
    }

    /**
     * Leaves the parts out where they lie below the base, one of them holds under five persons, and the caller lacks the right to
     * see them one by one. The whole breakdown goes, as a part left out alone could be had by subtraction.
     */
    private BreakdownView restricted(Question question, Indicator indicator, Unit unit, BreakdownView breakdown) {
        UUID rightsAt = question.rightsAt() == null ? unit.id() : question.rightsAt();
        if (indicator.detailRight() == null
                || !SmallParts.liesBelowBase(unit.level(), question, indicator)
                || !SmallParts.isAmong(breakdown.parts())
                || scope.holds(indicator.detailRight(), rightsAt)) {
            return breakdown;
        }
        return new BreakdownView(
                breakdown.by(),
                breakdown.additive(),
                List.of(),
                breakdown.unplaced(),
                indicator.detailRight().name());
    }

    private static FigureView absent(Indicator indicator, String reason) {
        return new FigureView(
                indicator.id(),
                indicator.kind().code(),
                indicator.version(),
                null,
                null,
                null,
                indicator.denominatorName(),
                null,
                null,
                reason,
                null);
    }
}
