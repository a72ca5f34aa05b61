package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.facts;
import static tusoi.reporting.figures.Sql.field;
import static tusoi.reporting.figures.Sql.id;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.sums.Recent;
import tusoi.reporting.sums.Series;
import tusoi.reporting.sums.Sums;

/**
 * A part that stands in the sums, with the series that count for it.
 *
 * @param through up to when it stands there
 * @param recent what was recorded after that
 */
record Steps(Part part, Stock stock, List<Series> series, Instant through, List<RecentStep> recent) {
    /** @param series which of the part's, by its place there */
    record RecentStep(UUID unit, int series, int amount) {}

    static boolean isSummed(Part part) {
        Stock stock = part.measure().stock();
        return stock != null
                && part.by().stream()
                        .allMatch(dimension -> dimension == null
                                || Inside.tells(dimension)
                                || stock.dimensions().contains(dimension));
    }

    /** @param recent of that measure and cycle */
    static Steps of(Part part, List<Series> sealed, Instant through, List<Recent.Step> recent) {
        Stock stock = Objects.requireNonNull(part.measure().stock());
        List<Series> series = new ArrayList<>(sealed);
        Map<List<@Nullable String>, Integer> ids = new HashMap<>();
        sealed.forEach(one -> ids.put(Arrays.asList(one.k1(), one.k2()), one.id()));
        List<RecentStep> steps = new ArrayList<>();
        for (Recent.Step step : recent) {
            int id = ids.computeIfAbsent(Arrays.asList(step.k1(), step.k2()), _ -> {
                Series unseen = new Series(-series.size() - 1, step.k1(), step.k2());
                series.add(unseen);
                return unseen.id();
            });
            if (!step.day().isAfter(stock.day())) {
                steps.add(new RecentStep(step.unit(), id, step.amount()));
            }
        }
        List<Series> kept = series.stream().filter(stock::keeps).toList();
        Set<Integer> which = kept.stream().map(Series::id).collect(Collectors.toSet());
        steps.removeIf(step -> !which.contains(step.series()));
        return new Steps(part, stock, kept, through, steps);
    }

    /** Broken down by nothing that the tree tells. */
    boolean isOfNoPlace() {
        return part.by().stream().noneMatch(dimension -> dimension != null && Inside.tells(dimension));
    }

    /** The same part, counted by steps of units, sealed and recent; as these stand with their units, no person's way is looked at. */
    List<Part> ofUnits() {
        Condition sealed = series("p")
                .in(series.stream().map(Series::id).toList())
                .and(field("p", "recorded", OffsetDateTime.class).le(through.atOffset(ZoneOffset.UTC)))
                .and(day("p", "day").le(stock.day()));
        Part bySteps = summed(facts("sum_step", "p"), sealed);
        if (recent.isEmpty()) {
            return List.of(bySteps);
        }
        Table<Record> steps = DSL.table(
                        "unnest({0}, {1}, {2})",
                        DSL.val(recent.stream().map(RecentStep::unit).toArray(UUID[]::new)),
                        DSL.val(recent.stream().map(RecentStep::series).toArray(Integer[]::new)),
                        DSL.val(recent.stream().map(RecentStep::amount).toArray(Integer[]::new)))
                .as("p", "unit_id", "series", "amount");
        return List.of(bySteps, summed(steps, DSL.noCondition()));
    }

    private static Field<Integer> series(String alias) {
        return field(alias, "series", Integer.class);
    }

    private Part summed(Table<Record> steps, Condition where) {
        Map<Dimension, Field<String>> own = new HashMap<>();
        for (Dimension dimension : stock.dimensions()) {
            Field<String> value = DSL.inline((String) null, SQLDataType.CLOB);
            for (Series one : series) {
                String told = stock.value(one, dimension);
                value = told == null
                        ? value
                        : DSL.when(series("p").eq(DSL.inline(one.id())), DSL.inline(told, SQLDataType.CLOB))
                                .otherwise(value);
            }
            own.put(dimension, value);
        }
        Measure measure =
                Measure.of(steps, id("p", "unit_id"), where).by(own).summing(field("p", "amount", BigDecimal.class));
        return new Part(part.figure(), part.side(), measure, part.by());
    }

    /** So many of some values that stand at a place. */
    List<Count> at(Place place, Series values, int amount) {
        BigDecimal many = BigDecimal.valueOf(amount);
        Count whole = new Count(part.figure(), part.side(), true, true, nothing(), many);
        return part.isBrokenDown()
                ? List.of(
                        whole, new Count(part.figure(), part.side(), false, place.placed(), keys(values, place), many))
                : List.of(whole);
    }

    /** What has to be asked of the sums. */
    List<Sums.On> sealed() {
        return series.stream()
                .map(Series::id)
                .filter(id -> id >= 0)
                .map(id -> new Sums.On(id, stock.day()))
                .toList();
    }

    /**
     * Of no place: all that stands inside.
     *
     * @param sealed the amounts of {@link #sealed}
     * @param inside of the units with recent steps, those inside
     */
    List<Count> ofAmounts(Map<Sums.On, Long> sealed, Set<UUID> inside) {
        Map<Integer, Long> amounts = new HashMap<>();
        series.forEach(one -> amounts.put(one.id(), sealed.getOrDefault(new Sums.On(one.id(), stock.day()), 0L)));
        recent.stream()
                .filter(step -> inside.contains(step.unit()))
                .forEach(step -> amounts.merge(step.series(), (long) step.amount(), Long::sum));
        List<Count> counts = new ArrayList<>();
        BigDecimal whole = BigDecimal.ZERO;
        for (Series one : series) {
            BigDecimal amount = BigDecimal.valueOf(amounts.getOrDefault(one.id(), 0L));
            whole = whole.add(amount);
            if (part.isBrokenDown()) {
                counts.add(new Count(part.figure(), part.side(), false, true, keys(one, Place.INSIDE), amount));
            }
        }
        counts.add(new Count(part.figure(), part.side(), true, true, nothing(), whole));
        return counts;
    }

    private List<@Nullable String> keys(Series series, Place place) {
        List<@Nullable String> keys = nothing();
        for (int n = 0; n < part.by().size(); n++) {
            Dimension dimension = part.by().get(n);
            if (dimension != null) {
                String value = Inside.tells(dimension) ? place.told().get(dimension) : stock.value(series, dimension);
                keys.set(n, Objects.requireNonNullElse(value, Composer.NONE));
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
