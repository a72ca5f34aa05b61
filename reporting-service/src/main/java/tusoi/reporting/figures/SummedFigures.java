package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.facts;
import static tusoi.reporting.figures.Sql.field;
import static tusoi.reporting.figures.Sql.id;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.sums.Series;
import tusoi.reporting.sums.Sums;

/** Writes measures that stand in the sums as sums over the steps of the units inside, or takes them from the sums of all units. */
@Component
class SummedFigures {
    private final Sums sums;
    private final Strays strays;
    private final DSLContext dsl;
    private final Counter ofAll;
    private final Counter ofInside;
    private final Counter crossed;
    private final Counter unsealed;

    SummedFigures(Sums sums, Strays strays, MeterRegistry meters, @Loader DataSource loader) {
        this.ofAll = counter(meters, "all-units");
        this.ofInside = counter(meters, "units-inside");
        this.crossed = counter(meters, "crossed");
        this.unsealed = counter(meters, "unsealed");
        this.sums = sums;
        this.strays = strays;
        this.dsl = DSL.using(new TransactionAwareDataSourceProxy(loader), SQLDialect.POSTGRES);
    }

    /** How many sides of figures were had from the sums, and how many that are summed were not and why. */
    private static Counter counter(MeterRegistry meters, String how) {
        return Counter.builder("tusoi.figures.sums").tag("how", how).register(meters);
    }

    /** Adds the counts of the parts that the sums tell, and returns these parts. The others are to be counted by facts. */
    List<Part> count(Question question, List<Part> parts, List<Count> counts) {
        List<Part> told = parts.stream().filter(SummedFigures::isSummed).toList();
        if (told.isEmpty()) {
            return List.of();
        }
        Sums.Sealed sealed = sums.known(question.knownAt()).orElse(null);
        if (sealed == null) {
            unsealed.increment(told.size());
            return List.of();
        }
        List<Part> done = new ArrayList<>();
        List<Count> found = new ArrayList<>();
        List<Part> inside = new ArrayList<>();
        for (Part part : told) {
            if (question.unit().equals(sealed.whole()) && !question.isOwn() && isOfNoPlace(part)) {
                found.addAll(ofAll(question, part, stock(part)));
                ofAll.increment();
                done.add(part);
            } else {
                inside.add(part);
            }
        }
        List<Count> ofUnits = inside.isEmpty() ? List.of() : ofUnits(question, inside);
        if (sums.known(question.knownAt()).isEmpty()) {
            return List.of(); // the sums were thrown away meanwhile
        }
        if (!ofUnits.isEmpty()) {
            found.addAll(ofUnits);
            done.addAll(inside);
        }
        counts.addAll(found);
        return done;
    }

    /** None where reorganisations took persons across what is told apart: their facts have to be looked at one by one. */
    private List<Count> ofUnits(Question question, List<Part> parts) {
        List<Part> bySteps =
                parts.stream().map(part -> bySteps(question, part, stock(part))).toList();
        List<LocalDate> days =
                parts.stream().map(part -> stock(part).factDay()).distinct().toList();
        Select<Record> crossings = question.persons().moved() ? Crossings.count(question, days) : null;
        List<Count> counts =
                dsl
                        .fetch(Composer.compose(question.with(Persons.PLAIN), strays.of(question), bySteps, crossings))
                        .stream()
                        .map(Count::of)
                        .toList();
        boolean isCrossed = counts.stream().anyMatch(count -> count.figure() == Crossings.FIGURE && !count.isNothing());
        (isCrossed ? crossed : ofInside).increment(parts.size());
        return isCrossed
                ? List.of()
                : counts.stream()
                        .filter(count -> count.figure() != Crossings.FIGURE)
                        .filter(count -> count.whole() || !count.isNothing())
                        .map(Count::orZero)
                        .toList();
    }

    private static boolean isSummed(Part part) {
        Stock stock = part.measure().stock();
        return stock != null
                && part.by().stream()
                        .allMatch(dimension -> dimension == null
                                || Inside.tells(dimension)
                                || stock.dimensions().contains(dimension));
    }

    private static Stock stock(Part part) {
        return Objects.requireNonNull(part.measure().stock());
    }

    private static boolean isOfNoPlace(Part part) {
        return part.by().stream().noneMatch(dimension -> dimension != null && Inside.tells(dimension));
    }

    /** The series of a stock that count for it. */
    private List<Series> series(Stock stock) {
        return sums.series(stock.measure(), stock.cycle()).stream()
                .filter(stock::keeps)
                .toList();
    }

    /** The same part, counted by steps of the units inside; as these stand with their units, no person's way is looked at. */
    private Part bySteps(Question question, Part part, Stock stock) {
        List<Series> series = series(stock);
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

    /** The part as a whole of all units, broken down by nothing that the tree tells. */
    private List<Count> ofAll(Question question, Part part, Stock stock) {
        List<Series> series = series(stock);
        Map<Integer, Long> amounts =
                sums.whole(series.stream().map(Series::id).toList(), stock.day(), question.knownAt());
        Map<List<@Nullable String>, BigDecimal> parts = new HashMap<>();
        BigDecimal whole = BigDecimal.ZERO;
        for (Series one : series) {
            BigDecimal amount = BigDecimal.valueOf(amounts.getOrDefault(one.id(), 0L));
            whole = whole.add(amount);
            if (amount.signum() != 0) {
                parts.merge(keys(part, stock, one), amount, BigDecimal::add);
            }
        }
        List<Count> counts = new ArrayList<>();
        counts.add(new Count(part.figure(), part.side(), true, true, nothing(), whole));
        if (part.isBrokenDown()) {
            parts.forEach(
                    (keys, amount) -> counts.add(new Count(part.figure(), part.side(), false, true, keys, amount)));
        }
        return counts;
    }

    private static List<@Nullable String> keys(Part part, Stock stock, Series series) {
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
