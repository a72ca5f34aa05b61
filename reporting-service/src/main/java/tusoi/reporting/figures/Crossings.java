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
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Asks whether reorganisations took anybody, between the days that facts are of and the tree's, from one part of the answer to another,
 * into it or out of it. Where they did not, each fact counts where its unit of record stands.
 */
final class Crossings {
    /** No figure's place in a request. */
    static final int FIGURE = -1;

    private Crossings() {}

    static Select<Record> count(Question question, List<LocalDate> factDays) {
        List<LocalDate> days = Stream.concat(factDays.stream(), Stream.of(question.asOf()))
                .sorted()
                .toList();
        Condition otherwise = DSL.field(id("a", "unit_id").isNull())
                .isDistinctFrom(DSL.field(id("b", "unit_id").isNull()));
        otherwise =
                otherwise.or(field("a", "placed", Boolean.class).isDistinctFrom(field("b", "placed", Boolean.class)));
        for (var dimension : question.by().stream().filter(Inside::tells).toList()) {
            otherwise = otherwise.or(text("a", dimension.name()).isDistinctFrom(text("b", dimension.name())));
        }
        List<SelectFieldOrAsterisk> columns = List.of(
                DSL.inline(FIGURE).as("figure"),
                DSL.inline(Part.Side.NUMERATOR.name()).as("side"),
                DSL.inline(true).as("whole"),
                DSL.inline(true).as("placed"),
                DSL.inline((String) null, SQLDataType.CLOB).as("k1"),
                DSL.inline((String) null, SQLDataType.CLOB).as("k2"),
                DSL.count().cast(BigDecimal.class).as("amount"));
        return DSL.select(columns)
                .from(facts("sum_hop", "h"))
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
