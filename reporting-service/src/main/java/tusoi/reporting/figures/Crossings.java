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
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import tusoi.reporting.sums.Hops;

/**
 * Asks from where to where reorganisations took anybody, between the days that facts are of and the tree's, so that it is from one part
 * of the answer to another, into it or out of it. Everybody else's facts count where their units of record stand. Where the answer has no
 * parts that the tree tells, {@link Hops} asks the same of units by name.
 */
final class Crossings {
    /** No figure's place in a request. */
    static final int FIGURE = -1;

    private Crossings() {}

    /** Between the days that facts are of and the tree's. */
    static Hops.When when(Question question, List<LocalDate> factDays) {
        List<LocalDate> days = Stream.concat(factDays.stream(), Stream.of(question.asOf()))
                .sorted()
                .toList();
        return new Hops.When(days.getFirst(), days.getLast(), question.knownAt());
    }

    /** What a row of these says. */
    static Hops.Hop hop(Count crossing) {
        return new Hops.Hop(unit(crossing, 0), unit(crossing, 1));
    }

    private static UUID unit(Count crossing, int key) {
        return UUID.fromString(String.valueOf(crossing.keys().get(key)));
    }

    static Select<Record> of(Question question, List<LocalDate> factDays) {
        Condition otherwise = DSL.field(id("a", "unit_id").isNull())
                .isDistinctFrom(DSL.field(id("b", "unit_id").isNull()));
        otherwise =
                otherwise.or(field("a", "placed", Boolean.class).isDistinctFrom(field("b", "placed", Boolean.class)));
        for (var dimension : question.by().stream().filter(Inside::tells).toList()) {
            otherwise = otherwise.or(text("a", dimension.name()).isDistinctFrom(text("b", dimension.name())));
        }
        Hops.When when = when(question, factDays);
        List<SelectFieldOrAsterisk> columns = List.of(
                DSL.inline(FIGURE).as("figure"),
                DSL.inline(Part.Side.NUMERATOR.name()).as("side"),
                DSL.inline(true).as("whole"),
                DSL.inline(true).as("placed"),
                id("h", "unit_id").cast(SQLDataType.CLOB).as("k1"),
                id("h", "other_unit_id").cast(SQLDataType.CLOB).as("k2"),
                DSL.inline(BigDecimal.ONE).as("amount"));
        return DSL.select(columns)
                .from(facts("sum_hop", "h"))
                .leftJoin(Inside.as("a"))
                .on(id("a", "unit_id").eq(id("h", "unit_id")))
                .leftJoin(Inside.as("b"))
                .on(id("b", "unit_id").eq(id("h", "other_unit_id")))
                .where(day("h", "on_day").gt(when.after()))
                .and(day("h", "on_day").le(when.until()))
                .and(field("h", "recorded", OffsetDateTime.class)
                        .le(when.knownAt().atOffset(ZoneOffset.UTC)))
                .and(otherwise);
    }
}
