package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.facts;
import static tusoi.reporting.figures.Sql.field;
import static tusoi.reporting.figures.Sql.id;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.sums.Series;
import tusoi.reporting.sums.Sums;

/** A part that stands in the sums, with the series that count for it. */
record Steps(Part part, Stock stock, List<Series> series) {
    static boolean isSummed(Part part) {
        Stock stock = part.measure().stock();
        return stock != null
                && part.by().stream()
                        .allMatch(dimension -> dimension == null
                                || Inside.tells(dimension)
                                || stock.dimensions().contains(dimension));
    }

    static Steps of(Sums sums, Part part) {
        Stock stock = Objects.requireNonNull(part.measure().stock());
        List<Series> series = sums.series(stock.measure(), stock.cycle()).stream()
                .filter(stock::keeps)
                .toList();
        return new Steps(part, stock, series);
    }

    /** Broken down by nothing that the tree tells. */
    boolean isOfNoPlace() {
        return part.by().stream().noneMatch(dimension -> dimension != null && Inside.tells(dimension));
    }

    /** The same part, counted by steps of units; as these stand with their units, no person's way is looked at. */
    Part ofUnits(Question question) {
        OffsetDateTime knownAt = question.knownAt().atOffset(ZoneOffset.UTC);
        Field<Integer> ofSeries = field("p", "series", Integer.class);
        Condition where = ofSeries.in(series.stream().map(Series::id).toList())
                .and(field("p", "recorded", OffsetDateTime.class).le(knownAt))
                .and(day("p", "day").le(stock.day()));
        Map<Dimension, Field<String>> own = new HashMap<>();
        for (Dimension dimension : stock.dimensions()) {
            Field<String> value = DSL.inline((String) null, SQLDataType.CLOB);
            for (Series one : series) {
                String told = stock.value(one, dimension);
                value = told == null
                        ? value
                        : DSL.when(ofSeries.eq(DSL.inline(one.id())), DSL.inline(told, SQLDataType.CLOB))
                                .otherwise(value);
            }
            own.put(dimension, value);
        }
        Measure measure = Measure.of(facts("sum_step", "p"), id("p", "unit_id"), where)
                .by(own)
                .summing(field("p", "amount", BigDecimal.class));
        return new Part(part.figure(), part.side(), measure, part.by());
    }

    /** The same part, of some persons' facts in some units. */
    Part ofFacts(Concerned.Persons concerned) {
        Measure measure = part.measure();
        Person person = Objects.requireNonNull(measure.person());
        Measure some = measure.where(
                Sql.isAnyOf(measure.unit(), concerned.units()).and(Sql.isAnyOf(person.entry(), concerned.persons())));
        return new Part(part.figure(), part.side(), some, part.by());
    }

    /** Of all units settled in the node asked for. */
    List<Count> ofNode(Question question, Sums sums) {
        Map<Integer, Long> amounts =
                sums.node(question.unit(), series.stream().map(Series::id).toList(), stock.day(), question.knownAt());
        List<Count> counts = new ArrayList<>();
        BigDecimal whole = BigDecimal.ZERO;
        for (Series one : series) {
            BigDecimal amount = BigDecimal.valueOf(amounts.getOrDefault(one.id(), 0L));
            whole = whole.add(amount);
            if (part.isBrokenDown()) {
                counts.add(new Count(part.figure(), part.side(), false, true, keys(one), amount));
            }
        }
        counts.add(new Count(part.figure(), part.side(), true, true, nothing(), whole));
        return counts;
    }

    private List<@Nullable String> keys(Series series) {
        List<@Nullable String> keys = nothing();
        for (int place = 0; place < part.by().size(); place++) {
            Dimension dimension = part.by().get(place);
            if (dimension != null) {
                keys.set(place, Objects.requireNonNullElse(stock.value(series, dimension), Composer.NONE));
            }
        }
        return keys;
    }

    private static List<@Nullable String> nothing() {
        List<@Nullable String> keys = new ArrayList<>();
        Composer.KEYS.forEach(_ -> keys.add(null));
        return keys;
    }
}
