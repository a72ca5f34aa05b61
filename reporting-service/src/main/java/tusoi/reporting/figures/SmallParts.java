package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import tusoi.reporting.figures.FiguresView.PartView;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Indicator;

/** Parts so small that they tell of a person. */
final class SmallParts {
    private static final BigDecimal FEWEST = BigDecimal.valueOf(5);
    private static final Set<String> BELOW_BASE =
            Set.of("SECTION_ORGANISATION", "SUBORDINATE_ORGANISATION", "BRANCH", "PARTY_GROUP");

    private SmallParts() {}

    /**
     * The unit is below the base, or it is a base and the parts are told apart by the unit of record: of a base's few units, one
     * kind, level or form is often a single branch. What a fact tells of itself, such as a removal's kind, is no such dimension.
     */
    static boolean liesBelowBase(String level, Question question, Indicator indicator) {
        return BELOW_BASE.contains(level) || (level.equals("GRASSROOTS") && isByUnits(question, indicator));
    }

    private static boolean isByUnits(Question question, Indicator indicator) {
        Set<Dimension> own =
                Formulas.of(indicator).numerator().apply(question).dimensions().keySet();
        return question.by().stream().anyMatch(dimension -> Inside.tells(dimension) && !own.contains(dimension));
    }

    static boolean isAmong(List<PartView> parts) {
        return parts.stream()
                .map(PartView::numerator)
                .anyMatch(numerator -> numerator.signum() > 0 && numerator.compareTo(FEWEST) < 0);
    }
}
