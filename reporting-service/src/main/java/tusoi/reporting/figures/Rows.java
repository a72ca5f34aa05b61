package tusoi.reporting.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.persistence.Loader;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.reporting.figures.FiguresView.SpanView;
import tusoi.reporting.figures.RowsView.RowUnitView;
import tusoi.reporting.figures.RowsView.RowView;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Indicator;
import tusoi.scope.Units;

/** Answers with a page of the facts that a figure counts. */
@Component
class Rows {
    private final FiguresQueries queries;
    private final FactRows facts;
    private final UnitLabels labels;
    private final Units units;
    private final TransactionOperations transaction;

    Rows(
            FiguresQueries queries,
            FactRows facts,
            UnitLabels labels,
            Units units,
            @Loader TransactionOperations transaction) {
        this.queries = queries;
        this.facts = facts;
        this.labels = labels;
        this.units = units;
        this.transaction = transaction;
    }

    RowsView of(
            Question asked, Indicator indicator, List<String> keys, Readers readers, @Nullable Cursor after, int size) {
        if (units.find(asked.unit(), asked.asOf(), asked.knownAt()).isEmpty()) {
            return view(asked, indicator, "unit-not-in-tree", List.of(), 0, null);
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            Question question = queries.completed(asked, List.of(indicator));
            if (Formulas.of(indicator).ofCycle() && question.cycles().isEmpty()) {
                return view(question, indicator, "no-cycle", List.of(), 0, null);
            }
            return page(question, indicator, keys, readers, after, size);
        }));
    }

    private RowsView page(
            Question question,
            Indicator indicator,
            List<String> keys,
            Readers readers,
            @Nullable Cursor after,
            int size) {
        Measure measure = Formulas.of(indicator).numerator().apply(question);
        List<FactRow> found = facts.of(question, measure, keys, readers, place(after), size + 1);
        Page<FactRow> page = Cursor.page(found, size, row -> Cursor.of(question.knownAt(), row.id(), row.n()));
        Map<UUID, RowUnitView> named = labels.of(
                question,
                page.items().stream()
                        .flatMap(row -> Stream.of(row.unit(), row.target()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        List<RowView> items =
                page.items().stream().map(row -> view(row, indicator, named)).toList();
        int withheld = facts.withheld(question, measure, keys, readers);
        return view(question, indicator, null, items, withheld, page.next());
    }

    private static FactRows.@Nullable Place place(@Nullable Cursor after) {
        if (after == null) {
            return null;
        }
        long n = after.number(2);
        if (n < 0 || n > Integer.MAX_VALUE) {
            throw Cursor.unreadable();
        }
        return new FactRows.Place(after.id(1), (int) n);
    }

    private static RowsView view(
            Question question,
            Indicator indicator,
            @Nullable String absent,
            List<RowView> items,
            int withheld,
            @Nullable String next) {
        return new RowsView(
                indicator.id(),
                question.unit(),
                new SpanView(question.from(), question.to()),
                question.asOf(),
                question.knownAt(),
                question.cycle().text(),
                absent,
                items,
                withheld,
                next);
    }

    private static RowView view(FactRow row, Indicator indicator, Map<UUID, RowUnitView> named) {
        return new RowView(
                row.fact(),
                row.id(),
                row.n(),
                row.version(),
                row.recordedAt(),
                row.subject(),
                row.day(),
                row.until(),
                row.cause(),
                row.amount(),
                Objects.requireNonNull(named.get(row.unit())),
                row.target() == null ? null : named.get(row.target()),
                indicator.dimensions().stream()
                        .map(Dimension::code)
                        .filter(row.dimensions()::containsKey)
                        .collect(Collectors.toMap(
                                code -> code, row.dimensions()::get, (one, _) -> one, LinkedHashMap::new)));
    }
}
