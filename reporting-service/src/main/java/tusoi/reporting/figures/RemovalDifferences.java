package tusoi.reporting.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.persistence.Loader;
import tusoi.platform.problems.ProblemException;
import tusoi.reporting.figures.FiguresView.SpanView;
import tusoi.reporting.figures.RemovalDifferencesView.RemovalConflictView;
import tusoi.reporting.figures.RemovalDifferencesView.RemovalDifferenceView;
import tusoi.reporting.indicators.Catalogue;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Indicator;
import tusoi.scope.Units;

/** Lays the rows of what was decided beside those of what was applied: by the case, else by the member and the kind. */
@Component
class RemovalDifferences {
    static final String DECIDED = "removal.members";

    /** The way out by what it was decided as. */
    static final Map<String, String> APPLIED = new LinkedHashMap<>(Map.of(
            "STRIKE_OFF", "member.struck-off",
            "WITHDRAWAL", "member.withdrew",
            "SCREENING", "member.screened-out"));

    private static final int MOST = 2000;

    private final Catalogue catalogue;
    private final FiguresQueries queries;
    private final FactRows facts;
    private final RemovalConflicts conflicts;
    private final Units units;
    private final TransactionOperations transaction;

    RemovalDifferences(
            Catalogue catalogue,
            FiguresQueries queries,
            FactRows facts,
            RemovalConflicts conflicts,
            Units units,
            @Loader TransactionOperations transaction) {
        this.catalogue = catalogue;
        this.queries = queries;
        this.facts = facts;
        this.conflicts = conflicts;
        this.units = units;
        this.transaction = transaction;
    }

    /** @param readable the units of which the caller may read cases and members; what is of others is counted as withheld */
    RemovalDifferencesView of(Question asked, Set<UUID> readable) {
        if (units.find(asked.unit(), asked.asOf(), asked.knownAt()).isEmpty()) {
            return view(asked, "unit-not-in-tree", 0, 0, 0, List.of());
        }
        return Objects.requireNonNull(transaction.execute(_ -> compare(asked, readable)));
    }

    private record Departure(String kind, FactRow row) {}

    private RemovalDifferencesView compare(Question asked, Set<UUID> readable) {
        List<FactRow> decided = rows(asked, DECIDED);
        List<Departure> applied = new ArrayList<>();
        APPLIED.forEach(
                (kind, indicator) -> rows(asked, indicator).forEach(row -> applied.add(new Departure(kind, row))));
        int count = applied.size();
        Map<UUID, List<RemovalConflictView>> known =
                conflicts.of(asked, decided.stream().map(FactRow::id).toList());
        List<RemovalDifferenceView> items = new ArrayList<>();
        for (FactRow decision : decided) {
            Departure departure = departureOf(decision, applied).orElse(null);
            applied.remove(departure);
            if (departure == null || !Objects.equals(departure.row().day(), decision.day())) {
                items.add(item(
                        decision,
                        departure == null ? null : departure.row(),
                        known.getOrDefault(decision.id(), List.of())));
            }
        }
        applied.forEach(left -> items.add(new RemovalDifferenceView(
                "APPLIED_NOT_DECIDED",
                left.kind(),
                left.row().subject(),
                left.row().cause(),
                left.row().unit(),
                null,
                left.row().day(),
                List.of())));
        items.sort(Comparator.comparing(RemovalDifferenceView::memberId).thenComparing(RemovalDifferenceView::what));
        int all = items.size();
        items.removeIf(item -> !readable.contains(item.unitId()));
        return view(asked, null, decided.size(), count, all - items.size(), items);
    }

    private static Optional<Departure> departureOf(FactRow decision, List<Departure> applied) {
        return applied.stream()
                .filter(departure -> decision.id().equals(departure.row().cause()))
                .findFirst()
                .or(() -> applied.stream()
                        .filter(departure -> departure.row().cause() == null
                                && departure.row().subject().equals(decision.subject())
                                && departure.kind().equals(kind(decision)))
                        .findFirst());
    }

    private static RemovalDifferenceView item(
            FactRow decision, @Nullable FactRow departure, List<RemovalConflictView> conflicts) {
        return new RemovalDifferenceView(
                departure == null ? "DECIDED_NOT_APPLIED" : "APPLIED_ON_ANOTHER_DAY",
                kind(decision),
                decision.subject(),
                decision.id(),
                decision.unit(),
                decision.day(),
                departure == null ? null : departure.day(),
                conflicts);
    }

    private static String kind(FactRow decision) {
        return decision.dimensions()
                .getOrDefault(Dimension.KIND.code(), List.of(""))
                .getFirst();
    }

    private List<FactRow> rows(Question asked, String id) {
        Indicator indicator = catalogue.find(id).orElseThrow();
        Question question = queries.completed(asked, List.of(indicator));
        Measure measure = Formulas.of(indicator).numerator().apply(question);
        List<FactRow> found = facts.of(question, measure, List.of(), null, null, MOST + 1);
        if (found.size() > MOST) {
            throw ProblemException.unreadable(
                    "from", "There are more than " + MOST + " of " + id, "Ask for a shorter span or a smaller unit");
        }
        return found;
    }

    private static RemovalDifferencesView view(
            Question asked,
            @Nullable String absent,
            int decided,
            int applied,
            int withheld,
            List<RemovalDifferenceView> items) {
        return new RemovalDifferencesView(
                asked.unit(),
                new SpanView(asked.from(), asked.to()),
                asked.asOf(),
                asked.knownAt(),
                absent,
                decided,
                applied,
                withheld,
                items);
    }
}
