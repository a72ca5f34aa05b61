package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.id;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.indicators.Indicator;
import tusoi.reporting.sums.Recent;

/**
 * What became of figures between two instants, for all units at once: the aggregates of which something was recorded in between, counted
 * as known at the later instant and at the earlier one.
 */
@Component
class Since {
    private final Recent recent;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final DSLContext dsl;

    Since(
            Recent recent,
            @Loader JdbcClient jdbc,
            @Loader TransactionOperations transaction,
            @Loader DataSource loader) {
        this.recent = recent;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.dsl = DSL.using(new TransactionAwareDataSourceProxy(loader), SQLDialect.POSTGRES);
    }

    /**
     * @param question completed; of any unit
     * @param after the earlier instant; the later is the question's
     * @param sides of the indicators, those that count changed facts
     */
    record Wanted(Question question, Instant after, List<Indicator> indicators, Set<SideNote> sides) {}

    private record Side(int figure, Part.Side side) {
        static Side of(SideNote note) {
            return new Side(note.figure(), note.side());
        }
    }

    /**
     * @param difference for each side that is a sum, what each unit has more than before
     * @param touched for each other side, the units with rows of changed aggregates
     * @param above of each of these units, those that it is under in the tree asked for, itself among them; none where it is not in it
     */
    record Found(
            Map<Side, Map<UUID, BigDecimal>> difference, Map<Side, Set<UUID>> touched, Map<UUID, Set<UUID>> above) {
        /** What the unit's whole has more than before. Empty where that is not told by its units alone. */
        Optional<BigDecimal> difference(SideNote side, UUID unit) {
            BigDecimal sum = BigDecimal.ZERO;
            for (var one : difference.getOrDefault(Side.of(side), Map.of()).entrySet()) {
                if (one.getValue().signum() != 0 && above(one.getKey()).isEmpty()) {
                    return Optional.empty();
                }
                if (above(one.getKey()).contains(unit)) {
                    sum = sum.add(one.getValue());
                }
            }
            return Optional.of(sum);
        }

        /** Whether a row of what changed may count in the unit. */
        boolean isTouched(SideNote side, UUID unit) {
            return touched.getOrDefault(Side.of(side), Set.of()).stream()
                    .map(this::above)
                    .anyMatch(above -> above.isEmpty() || above.contains(unit));
        }

        private Set<UUID> above(UUID unit) {
            return above.getOrDefault(unit, Set.of());
        }
    }

    /** Empty where too much was recorded in between, or a reorganisation took somebody elsewhere. */
    Optional<Found> found(Wanted wanted) {
        return transaction.execute(_ ->
                recent.changed(wanted.after(), wanted.question().knownAt()).map(changed -> found(wanted, changed)));
    }

    private Found found(Wanted wanted, List<UUID> changed) {
        Map<Side, Map<UUID, BigDecimal>> difference = new HashMap<>();
        Map<Side, Set<UUID>> touched = new HashMap<>();
        if (!changed.isEmpty()) {
            Set<Side> sums = wanted.sides().stream()
                    .filter(SideNote::isSum)
                    .map(Side::of)
                    .collect(Collectors.toSet());
            Set<Side> others = wanted.sides().stream()
                    .filter(side -> !side.isSum())
                    .map(Side::of)
                    .collect(Collectors.toSet());
            Question now = wanted.question();
            fetch(now, wanted.indicators(), sums, others, changed).forEach(row -> {
                if (row.amount() == null) {
                    touched.computeIfAbsent(row.side(), _ -> new HashSet<>()).add(row.unit());
                } else {
                    add(difference, row.side(), row.unit(), row.amount());
                }
            });
            Question before = now.knownAs(wanted.after());
            fetch(before, wanted.indicators(), sums, Set.of(), changed)
                    .forEach(row -> add(
                            difference,
                            row.side(),
                            row.unit(),
                            Objects.requireNonNull(row.amount()).negate()));
        }
        Set<UUID> units = new HashSet<>();
        difference.values().forEach(ofSide -> units.addAll(ofSide.keySet()));
        touched.values().forEach(units::addAll);
        return new Found(difference, touched, above(wanted.question(), units));
    }

    private static void add(Map<Side, Map<UUID, BigDecimal>> difference, Side side, UUID unit, BigDecimal amount) {
        difference.computeIfAbsent(side, _ -> new HashMap<>()).merge(unit, amount, BigDecimal::add);
    }

    private record Row(Side side, UUID unit, @Nullable BigDecimal amount) {}

    private List<Row> fetch(
            Question question, List<Indicator> indicators, Set<Side> sums, Set<Side> others, List<UUID> changed) {
        Question ofThem = question.with(question.persons().of(changed));
        Select<Record> all = null;
        for (int figure = 0; figure < indicators.size(); figure++) {
            for (Part part : FiguresQueries.parts(figure, indicators.get(figure), ofThem)) {
                Side side = new Side(figure, part.side());
                if (sums.contains(side) || others.contains(side)) {
                    Select<Record> one = rows(ofThem, part, sums.contains(side), changed);
                    all = all == null ? one : all.unionAll(one);
                }
            }
        }
        if (all == null) {
            return List.of();
        }
        List<CommonTableExpression<?>> ofPersons = Composer.ofPersons(ofThem);
        Select<Record> whole = ofPersons.isEmpty()
                ? all
                : DSL.with(ofPersons).select(DSL.asterisk()).from(all.asTable("counts"));
        return dsl.fetch(whole).stream()
                .map(row -> new Row(
                        new Side(row.get("figure", Integer.class), Part.Side.valueOf(row.get("side", String.class))),
                        row.get("unit_id", UUID.class),
                        row.get("amount", BigDecimal.class)))
                .toList();
    }

    private static Select<Record> rows(Question question, Part part, boolean isSum, List<UUID> changed) {
        Measure measure = part.measure();
        Condition isChanged = Sql.isAnyOf(aggregate(measure), changed);
        Placing placing = Placing.of(question, isSum ? measure : measure.everything());
        Field<UUID> unit = placing.unit();
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(List.of(
                DSL.inline(part.figure()).as("figure"),
                DSL.inline(part.side().name()).as("side"),
                unit.as("unit_id")));
        if (!isSum) {
            columns.add(DSL.inline((BigDecimal) null, SQLDataType.NUMERIC).as("amount"));
            return DSL.selectDistinct(columns)
                    .from(placing.facts())
                    .where(isChanged)
                    .and(unit.isNotNull());
        }
        columns.add(DSL.count().cast(BigDecimal.class).as("amount"));
        return DSL.select(columns)
                .from(placing.facts())
                .where(placing.where())
                .and(measure.kept())
                .and(measure.ofWhole())
                .and(isChanged)
                .and(unit.isNotNull())
                .groupBy(unit);
    }

    /** Whose rows a measure counts. */
    static Field<UUID> aggregate(Measure measure) {
        Table<Record> facts = measure.facts();
        return id(facts.getName(), "aggregate_id");
    }

    private Map<UUID, Set<UUID>> above(Question question, Set<UUID> units) {
        Map<UUID, Set<UUID>> above = new HashMap<>();
        if (!units.isEmpty()) {
            jdbc.sql("""
                            select unit_id, ancestor_id from scope.closure
                             where unit_id = any (:units) and valid_from <= :asOf and valid_to > :asOf
                               and recorded_from <= :knownAt and recorded_to > :knownAt
                            """)
                    .param("units", units.toArray(UUID[]::new))
                    .param("asOf", question.asOf())
                    .param("knownAt", question.knownAt().atOffset(ZoneOffset.UTC))
                    .query(row -> {
                        above.computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashSet<>())
                                .add(row.getObject(2, UUID.class));
                    });
        }
        return above;
    }
}
