package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.facts;
import static tusoi.reporting.figures.Sql.field;
import static tusoi.reporting.figures.Sql.id;
import static tusoi.reporting.figures.Sql.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Asks from where to where reorganisations took anybody, between the days that facts are of and the tree's, so that it is from one part
 * of the answer to another, into it or out of it. Everybody else's facts count where their units of record stand.
 */
final class Crossings {
    /** No figure's place in a request. */
    static final int FIGURE = -1;

    private Crossings() {}

    /** Which pairs of units, of all that persons were taken between. */
    static Select<Record> of(Question question, List<LocalDate> factDays) {
        Condition otherwise = DSL.field(id("a", "unit_id").isNull())
                .isDistinctFrom(DSL.field(id("b", "unit_id").isNull()));
        otherwise =
                otherwise.or(field("a", "placed", Boolean.class).isDistinctFrom(field("b", "placed", Boolean.class)));
        for (var dimension : question.by().stream().filter(Inside::tells).toList()) {
            otherwise = otherwise.or(text("a", dimension.name()).isDistinctFrom(text("b", dimension.name())));
        }
        return pairs(question, factDays, "sum_hop", otherwise);
    }

    /** Which lead over the border of a node that has sums of its own; inside are those not settled in it. */
    static Select<Record> overBorder(Question question, List<LocalDate> factDays) {
        Condition otherwise = DSL.condition(id("h", "node_id").eq(question.unit()))
                .and(isIn("a", "is_settled").isDistinctFrom(isIn("b", "is_other_settled")));
        return pairs(question, factDays, "sum_border", otherwise);
    }

    private static Field<Boolean> isIn(String alias, String settled) {
        return DSL.field(field("h", settled, Boolean.class)
                .isTrue()
                .or(id(alias, "unit_id").isNotNull()));
    }

    private static Select<Record> pairs(Question question, List<LocalDate> factDays, String hops, Condition otherwise) {
        List<LocalDate> days = Stream.concat(factDays.stream(), Stream.of(question.asOf()))
                .sorted()
                .toList();
        List<SelectFieldOrAsterisk> columns = List.of(
                DSL.inline(FIGURE).as("figure"),
                DSL.inline(Part.Side.NUMERATOR.name()).as("side"),
                DSL.inline(true).as("whole"),
                DSL.inline(true).as("placed"),
                id("h", "unit_id").cast(SQLDataType.CLOB).as("k1"),
                id("h", "other_unit_id").cast(SQLDataType.CLOB).as("k2"),
                DSL.inline(BigDecimal.ONE).as("amount"));
        return DSL.select(columns)
                .from(facts(hops, "h"))
                .leftJoin(Inside.as("a"))
                .on(id("a", "unit_id").eq(id("h", "unit_id")))
                .leftJoin(Inside.as("b"))
                .on(id("b", "unit_id").eq(id("h", "other_unit_id")))
                .where(day("h", "on_day").gt(days.getFirst()))
                .and(day("h", "on_day").le(days.getLast()))
                .and(field("h", "recorded", OffsetDateTime.class)
                        .le(question.knownAt().atOffset(ZoneOffset.UTC)))
                .and(otherwise);
    }
}
