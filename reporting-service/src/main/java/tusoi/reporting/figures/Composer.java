package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.field;
import static tusoi.reporting.figures.Sql.id;
import static tusoi.reporting.figures.Sql.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.indicators.Dimension;

/**
 * Writes one statement for all measures of a request: each measure is joined to the units inside by its unit of record, each
 * person taken once, and counted for the whole and for the parts.
 */
final class Composer {
    /** The value of a dimension that a fact does not have. */
    static final String NONE = "NONE";

    static final List<String> KEYS = List.of("k1", "k2");

    private Composer() {}

    static Select<Record> compose(Question question, List<Stray> strays, List<Part> parts) {
        return compose(question, strays, parts, null);
    }

    /** @param beside rows of the same columns, to be had from the same tables; null where there are none */
    static Select<Record> compose(
            Question question, List<Stray> strays, List<Part> parts, @Nullable Select<Record> beside) {
        Select<Record> counts = counts(question, parts);
        Select<Record> all = beside == null ? counts : beside.unionAll(counts);
        return DSL.with(tables(question, strays)).select(DSL.asterisk()).from(all.asTable("counts"));
    }

    /** Rows of what {@link #compose} composes, without the tables that they are had from. */
    static Select<Record> counts(Question question, List<Part> parts) {
        return parts.stream()
                .map(part -> counts(question, part))
                .reduce(Select::unionAll)
                .orElseThrow(() -> new IllegalArgumentException("nothing to count"));
    }

    static List<CommonTableExpression<?>> tables(Question question, List<Stray> strays) {
        List<CommonTableExpression<?>> tables = new ArrayList<>(List.of(Inside.expression(question, strays)));
        tables.addAll(ofPersons(question));
        return tables;
    }

    /** What has to be minded of persons. */
    static List<CommonTableExpression<?>> ofPersons(Question question) {
        List<CommonTableExpression<?>> tables = new ArrayList<>();
        if (question.persons().moved()) {
            tables.add(OwnWays.expression(question));
        }
        if (question.persons().joined()) {
            tables.add(JoinedEntries.expression(question));
        }
        return tables;
    }

    private static Select<Record> counts(Question question, Part part) {
        Table<Record> counted = facts(question, part).asTable("f");
        Field<Boolean> placed = field("f", "placed", Boolean.class);
        Field<Boolean> ofWhole = field("f", "of_whole", Boolean.class);
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        columns.add(DSL.inline(part.figure()).as("figure"));
        columns.add(DSL.inline(part.side().name()).as("side"));
        if (!part.isBrokenDown()) {
            columns.add(DSL.inline(true).as("whole"));
            columns.add(DSL.inline(true).as("placed"));
            KEYS.forEach(key -> columns.add(nothing().as(key)));
            columns.add(amount(part, ofWhole).as("amount"));
            return DSL.select(columns).from(counted).where(field("f", "kept", Boolean.class));
        }
        Field<Boolean> whole = DSL.grouping(placed).eq(DSL.inline(1));
        columns.add(whole.as("whole"));
        columns.add(DSL.coalesce(placed, DSL.inline(true)).as("placed"));
        KEYS.forEach(key -> columns.add(text("f", key).as(key)));
        columns.add(DSL.when(whole, amount(part, ofWhole))
                .otherwise(amount(part, DSL.inline(true)))
                .as("amount"));
        List<Field<?>> parts = List.of(placed, text("f", "k1"), text("f", "k2"));
        return DSL.select(columns)
                .from(counted)
                .where(field("f", "kept", Boolean.class))
                .groupBy(DSL.groupingSets(List.<Field<?>>of(), parts));
    }

    private static Field<BigDecimal> amount(Part part, Field<Boolean> which) {
        if (part.measure().amount() != null) {
            return DSL.sum(field("f", "amount", BigDecimal.class)).filterWhere(DSL.condition(which));
        }
        Field<Integer> count = isCountedByPerson(part)
                ? DSL.countDistinct(field("f", "person", String.class)).filterWhere(DSL.condition(which))
                : DSL.count().filterWhere(DSL.condition(which));
        return count.cast(BigDecimal.class);
    }

    /** One row a fact or, where each person counts once, one a person: the decisive one. */
    private static Select<Record> facts(Question question, Part part) {
        Measure measure = part.measure();
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        columns.add(field("i", "placed", Boolean.class).as("placed"));
        columns.add(DSL.field(measure.kept()).as("kept"));
        columns.add(DSL.field(measure.ofWhole()).as("of_whole"));
        columns.add((measure.amount() == null ? DSL.inline(BigDecimal.ONE) : measure.amount()).as("amount"));
        for (int place = 0; place < KEYS.size(); place++) {
            Dimension dimension = place < part.by().size() ? part.by().get(place) : null;
            columns.add(key(measure, dimension).as(KEYS.get(place)));
        }
        Placing placing = Placing.of(question, measure);
        Table<?> from =
                placing.facts().join(Inside.as("i")).on(id("i", "unit_id").eq(placing.unit()));
        for (Dimension dimension : part.by()) {
            Measure.Several several =
                    dimension == null ? null : measure.several().get(dimension);
            if (several != null) {
                from = from.leftJoin(several.values()).on(several.on());
            }
        }
        Measure.Once once = measure.once();
        if (once == null) {
            return DSL.select(columns).from(from).where(placing.where());
        }
        if (isCountedByPerson(part)) {
            columns.add(once.who().getFirst().cast(String.class).as("person"));
            return DSL.select(columns).from(from).where(placing.where());
        }
        List<org.jooq.OrderField<?>> order = new ArrayList<>(once.who());
        order.addAll(once.decisiveFirst());
        return DSL.select(columns)
                .distinctOn(once.who())
                .from(from)
                .where(placing.where())
                .orderBy(order);
    }

    /** Where a fact has several values, a person stands in several parts, and in each once. */
    static boolean isCountedByPerson(Part part) {
        return part.by().stream()
                .anyMatch(dimension ->
                        dimension != null && part.measure().several().containsKey(dimension));
    }

    static Field<String> key(Measure measure, @Nullable Dimension dimension) {
        if (dimension == null) {
            return nothing();
        }
        Field<String> own = measure.dimensions().get(dimension);
        Measure.Several several = measure.several().get(dimension);
        Field<String> value = own != null ? own : several != null ? several.value() : Inside.dimension("i", dimension);
        return DSL.coalesce(value, DSL.inline(NONE));
    }

    private static Field<String> nothing() {
        return DSL.inline((String) null, SQLDataType.CLOB);
    }
}
