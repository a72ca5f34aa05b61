package tusoi.reporting.indicators;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tusoi.scope.Right;

/**
 * One indicator's definition.
 *
 * @param id as in every request, answer, screen and export
 * @param counts what the numerator counts
 * @param denominatorName what it is measured against: another indicator's id or words of its own; null where it is a plain count
 * @param dimensions by what it may be broken down
 * @param multiValued of these, the ones whose parts may sum to more than the whole
 * @param sharedDimensions of these, the ones by which the denominator is broken down too
 * @param producers the services whose events an answer rests on; org, whose tree every figure is cut by, among them
 * @param detailRight who may see parts under five below the base; null where no person is counted
 * @param version rises when an answer to the same question would change
 */
public record Indicator(
        String id,
        IndicatorKind kind,
        Text text,
        Text counts,
        @Nullable String denominatorName,
        List<Dimension> dimensions,
        Set<Dimension> multiValued,
        Set<Dimension> sharedDimensions,
        Set<String> producers,
        @Nullable Right detailRight,
        int version) {
    /** 2: facts stand with their members and units by the day of each link (decision record 13). */
    private static final int DEFINITIONS = 2;

    public Indicator {
        dimensions = List.copyOf(dimensions);
        multiValued = Set.copyOf(multiValued);
        sharedDimensions = Set.copyOf(sharedDimensions);
        producers = Set.copyOf(producers);
    }

    /** Who may read the facts behind it one by one: a case or a review shows more than that there was one, be it of a unit. */
    public Right rowsRight() {
        if (detailRight != null) {
            return detailRight;
        }
        return switch (id.substring(0, id.indexOf('.'))) {
            case "discipline", "removal" -> Right.CASE_READ;
            case "review" -> Right.REVIEW_READ;
            default -> Right.FIGURES_READ;
        };
    }

    public boolean isAdditive(List<Dimension> by) {
        return by.stream().noneMatch(multiValued::contains);
    }

    static Builder stock(String id, Text text) {
        return new Builder(id, IndicatorKind.STOCK, text);
    }

    static Builder flow(String id, Text text) {
        return new Builder(id, IndicatorKind.FLOW, text);
    }

    static Builder span(String id, Text text) {
        return new Builder(id, IndicatorKind.SPAN, text);
    }

    /** Says a definition in the order in which one reads it. */
    static final class Builder {
        private final String id;
        private final IndicatorKind kind;
        private final Text text;
        private Text counts = new Text("", "");
        private @Nullable String denominatorName;
        private List<Dimension> dimensions = List.of();
        private Set<Dimension> multiValued = Set.of();
        private Set<Dimension> shared = Set.of();
        private Set<String> producers = Set.of("org");
        private @Nullable Right detailRight;
        private int version = DEFINITIONS;

        private Builder(String id, IndicatorKind kind, Text text) {
            this.id = id;
            this.kind = kind;
            this.text = text;
        }

        Builder counting(String vi, String en) {
            counts = new Text(vi, en);
            return this;
        }

        Builder outOf(String name, Dimension... sharedDimensions) {
            denominatorName = name;
            shared = Set.of(sharedDimensions);
            return this;
        }

        Builder by(Dimension... allowed) {
            dimensions = List.of(allowed);
            return this;
        }

        Builder multiValued(Dimension... several) {
            multiValued = Set.of(several);
            return this;
        }

        Builder fromOrgAnd(String producer) {
            producers = Set.of("org", producer);
            return this;
        }

        Builder version(int number) {
            version = number;
            return this;
        }

        Indicator ofPersons(Right right) {
            detailRight = right;
            return build();
        }

        Indicator build() {
            return new Indicator(
                    id,
                    kind,
                    text,
                    counts,
                    denominatorName,
                    dimensions,
                    multiValued,
                    shared,
                    producers,
                    detailRight,
                    version);
        }
    }
}
