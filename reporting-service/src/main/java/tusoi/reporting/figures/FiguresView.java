package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer. It repeats what was asked with every default filled in, and holds no time of its own: it can be compared to the byte. */
public record FiguresView(
        UnitView unit, SpanView span, LocalDate asOf, Instant knownAt, String cycle, List<FigureView> figures) {

    public record UnitView(
            UUID id,
            @Nullable String code,
            @Nullable String name,
            @Nullable String level) {}

    public record SpanView(LocalDate from, LocalDate to) {}

    /**
     * @param value the numerator; for {@code review.unit-grade} the grade of the unit asked for
     * @param ratio numerator by denominator, twelve digits after the point, not rounded for show
     * @param profile the rule profile that decided, where one did
     * @param absent why a value, a denominator or a ratio is not there
     */
    public record FigureView(
            String indicator,
            String kind,
            int definitionVersion,
            @Nullable Object value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable String denominatorName,
            @Nullable BigDecimal ratio,
            @Nullable String profile,
            @Nullable String absent,
            @Nullable BreakdownView breakdown) {}

    /**
     * @param additive whether parts and unplaced sum to the whole
     * @param unplaced facts that have no place in the tree of the day asked for
     * @param restricted the right that is missing for parts under five below the base; the parts are left out then
     */
    public record BreakdownView(
            List<String> by,
            boolean additive,
            List<PartView> parts,
            BigDecimal unplaced,
            @Nullable String restricted) {}

    public record PartView(
            Map<String, String> keys,
            Map<String, String> labels,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal ratio) {}
}
