package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.field;
import static tusoi.reporting.figures.Sql.id;
import static tusoi.reporting.figures.Sql.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.indicators.Dimension;
import tusoi.scope.Right;

/** Reads the facts that a figure counts, by what it counts them by: the same measure, the same placing, each person once. */
@Component
class FactRows {
    private static final String MAY_READ_CAUSE = "may_read_cause";

    private final Strays strays;
    private final DSLContext dsl;

    FactRows(Strays strays, @Loader DataSource loader) {
        this.strays = strays;
        this.dsl = DSL.using(new TransactionAwareDataSourceProxy(loader), SQLDialect.POSTGRES);
    }

    /**
     * @param keys of the part that is meant, in the places of the question's dimensions; empty for the whole
     * @param readers who reads them one by one; null where they are counted on, and shown by another right
     * @param after the last row of the page before
     */
    List<FactRow> of(
            Question question,
            Measure measure,
            List<String> keys,
            @Nullable Readers readers,
            @Nullable Place after,
            int limit) {
        RowShape shape = shape(measure);
        joinByHash(question);
        Condition further = after == null
                ? DSL.noCondition()
                : DSL.row(id("f", "id"), field("f", "n", Integer.class)).gt(after.id(), after.n());
        Select<Record> rows = DSL.with(Composer.tables(question, strays.of(question)))
                .select(DSL.asterisk(), mayReadCause(shape, readers).as(MAY_READ_CAUSE))
                .from(facts(question, measure, keys))
                .where(counted(keys))
                .and(readers == null ? DSL.noCondition() : readers.mayRead(id("f", "unit")))
                .and(further)
                .orderBy(id("f", "id"), field("f", "n", Integer.class))
                .limit(limit);
        return dsl.fetch(rows).stream().map(row -> row(row, shape, measure)).toList();
    }

    /** How many of what is counted are of units that are not the readers' any more. */
    int withheld(Question question, Measure measure, List<String> keys, Readers readers) {
        joinByHash(question);
        return dsl.fetchSingle(DSL.with(Composer.tables(question, strays.of(question)))
                        .select(DSL.count())
                        .from(facts(question, measure, keys))
                        .where(counted(keys))
                        .andNot(readers.mayRead(id("f", "unit"))))
                .value1();
    }

    /** That there was a case is the case's to tell: whoever reads members without cases sees the removal, and not of what it came. */
    private static Field<Boolean> mayReadCause(RowShape shape, @Nullable Readers readers) {
        return readers == null || !shape.tellsCause()
                ? DSL.inline(true)
                : DSL.field(new Readers(readers.account(), Right.CASE_READ).mayRead(id("f", "unit")));
    }

    private void joinByHash(Question question) {
        if (question.persons().moved()) {
            dsl.execute(FiguresQueries.EVERY_JOIN_BY_HASH);
        }
    }

    private static RowShape shape(Measure measure) {
        RowShape shape = measure.rows();
        if (shape == null) {
            throw new IllegalStateException("this measure's facts have no rows");
        }
        return shape;
    }

    private static Table<?> facts(Question question, Measure measure, List<String> keys) {
        Part part = new Part(0, Part.Side.NUMERATOR, measure, new ArrayList<>(question.by()));
        return facts(question, part, shape(measure), keys).asTable("f");
    }

    private static Condition counted(List<String> keys) {
        return DSL.condition(field("f", "kept", Boolean.class))
                .and(keys.isEmpty() ? DSL.condition(field("f", "of_whole", Boolean.class)) : isOfPart(keys));
    }

    /** A row's place in the order of pages. */
    record Place(UUID id, int n) {}

    private static Select<Record> facts(Question question, Part part, RowShape shape, List<String> keys) {
        Measure measure = part.measure();
        Placing placing = Placing.of(question, measure);
        Table<?> from =
                placing.facts().join(Inside.as("i")).on(id("i", "unit_id").eq(placing.unit()));
        List<Field<String>> values = new ArrayList<>();
        for (Dimension dimension : keys.isEmpty() ? List.<Dimension>of() : question.by()) {
            Measure.Several several = measure.several().get(dimension);
            if (several != null) {
                from = from.leftJoin(several.values()).on(several.on());
            }
            values.add(Composer.key(measure, dimension));
        }
        boolean byPerson = !keys.isEmpty() && Composer.isCountedByPerson(part);
        List<SelectFieldOrAsterisk> columns = columns(measure, shape);
        for (int place = 0; place < values.size(); place++) {
            columns.add(values.get(place).as(Composer.KEYS.get(place)));
        }
        Condition where = placing.where();
        if (byPerson) {
            for (int place = 0; place < values.size(); place++) {
                where = where.and(values.get(place).eq(keys.get(place)));
            }
            where = where.and(field("i", "placed", Boolean.class));
        }
        Measure.Once once = measure.once();
        if (once == null) {
            return DSL.select(columns).from(from).where(where);
        }
        List<OrderField<?>> order = new ArrayList<>(once.who());
        order.addAll(once.decisiveFirst());
        return DSL.select(columns)
                .distinctOn(once.who())
                .from(from)
                .where(where)
                .orderBy(order);
    }

    private static List<SelectFieldOrAsterisk> columns(Measure measure, RowShape shape) {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(List.of(
                shape.id().as("id"),
                shape.n().as("n"),
                shape.subject().as("subject"),
                shape.day().as("day"),
                shape.until().as("until"),
                shape.cause().as("cause"),
                (measure.amount() == null ? DSL.inline((BigDecimal) null, SQLDataType.NUMERIC) : measure.amount())
                        .as("amount"),
                field(shape.alias(), "version", Long.class).as("version"),
                field(shape.alias(), "recorded_from", OffsetDateTime.class).as("recorded_from"),
                measure.unit().as("unit"),
                id("i", Inside.TARGET).as("target"),
                field("i", "placed", Boolean.class).as("placed"),
                DSL.field(measure.kept()).as("kept"),
                DSL.field(measure.ofWhole()).as("of_whole")));
        measure.dimensions().forEach((dimension, value) -> columns.add(value.as(column(dimension))));
        measure.several()
                .forEach((dimension, several) -> columns.add(DSL.array(DSL.select(several.value())
                                .from(several.values())
                                .where(several.on())
                                .orderBy(several.value()))
                        .as(column(dimension))));
        return columns;
    }

    private static String column(Dimension dimension) {
        return "of_" + dimension.name();
    }

    private static Condition isOfPart(List<String> keys) {
        Condition all = DSL.condition(field("f", "placed", Boolean.class));
        for (int place = 0; place < keys.size(); place++) {
            all = all.and(text("f", Composer.KEYS.get(place)).eq(keys.get(place)));
        }
        return all;
    }

    private static @Nullable BigDecimal amount(@Nullable BigDecimal summed) {
        return summed == null ? null : Ratio.plain(summed);
    }

    private static FactRow row(Record row, RowShape shape, Measure measure) {
        Map<Dimension, List<String>> dimensions = new EnumMap<>(Dimension.class);
        measure.dimensions().keySet().forEach(dimension -> {
            String value = row.get(column(dimension), String.class);
            dimensions.put(dimension, value == null ? List.of() : List.of(value));
        });
        measure.several()
                .keySet()
                .forEach(dimension ->
                        dimensions.put(dimension, Arrays.asList(row.get(column(dimension), String[].class))));
        Map<String, List<String>> byCode = new LinkedHashMap<>();
        dimensions.forEach((dimension, value) -> byCode.put(dimension.code(), value));
        Instant recordedAt = row.get("recorded_from", OffsetDateTime.class).toInstant();
        return new FactRow(
                shape.fact(),
                row.get("id", UUID.class),
                row.get("n", Integer.class),
                row.get("version", Long.class),
                recordedAt,
                row.get("subject", UUID.class),
                row.get("day", LocalDate.class),
                row.get("until", LocalDate.class),
                row.get(MAY_READ_CAUSE, Boolean.class) ? row.get("cause", UUID.class) : null,
                amount(row.get("amount", BigDecimal.class)),
                row.get("unit", UUID.class),
                row.get("target", UUID.class),
                Collections.unmodifiableMap(byCode));
    }
}
