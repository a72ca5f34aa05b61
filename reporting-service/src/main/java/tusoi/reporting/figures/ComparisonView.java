package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two answers and what differs between them, the other side less the one. */
record ComparisonView(FiguresView one, FiguresView other, List<DifferenceView> differences) {

    /**
     * Where the breakdown is additive, the parts' differences and that of what is unplaced sum to that of the whole.
     *
     * @param sumsEqual whether both sides have the same numerator; null where one has none
     * @param numerator null where one side has none, as are the following two
     * @param ratio of the ratios, as percentage points by a hundred
     * @param unplaced of what has no place in the tree; null without a breakdown
     * @param parts those that differ, one of which may be on one side only
     * @param restricted the right that is missing for parts under five below the base; the parts are left out then
     */
    record DifferenceView(
            String indicator,
            @Nullable Boolean sumsEqual,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal ratio,
            @Nullable BigDecimal unplaced,
            List<PartDifferenceView> parts,
            @Nullable String restricted) {}

    /**
     * @param one the part's numerator; null where this side does not have the part
     * @param other the same of the other side
     */
    record PartDifferenceView(
            Map<String, String> keys,
            Map<String, String> labels,
            @Nullable BigDecimal one,
            @Nullable BigDecimal other,
            BigDecimal difference) {}
}
