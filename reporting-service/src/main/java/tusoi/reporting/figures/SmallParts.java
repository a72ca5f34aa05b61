package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import tusoi.reporting.figures.FiguresView.PartView;
import tusoi.reporting.indicators.Dimension;

/** Parts so small that they tell of a person. */
final class SmallParts {
    private static final BigDecimal FEWEST = BigDecimal.valueOf(5);
    private static final Set<String> BELOW_BASE =
            Set.of("SECTION_ORGANISATION", "SUBORDINATE_ORGANISATION", "BRANCH", "PARTY_GROUP");

    private SmallParts() {}

    /** The unit is below the base, or it is a base whose child units are the parts. */
    static boolean liesBelowBase(String level, List<Dimension> by) {
        return BELOW_BASE.contains(level) || (level.equals("GRASSROOTS") && by.contains(Dimension.UNIT));
    }

    static boolean isAmong(List<PartView> parts) {
        return parts.stream()
                .map(PartView::numerator)
                .anyMatch(numerator -> numerator.signum() > 0 && numerator.compareTo(FEWEST) < 0);
    }
}
