package tusoi.reporting.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.indicators.Dimension;

/**
 * The facts that one side of an indicator counts.
 *
 * @param unit the fact's unit of record
 * @param person whose fact it is; null where it is nobody's
 * @param outside where the other side of it must not be: outside of the unit asked for; null where it has none
 * @param once who is counted once, by which of the facts; null where each fact counts
 * @param amount what is summed; null where rows are counted
 * @param dimensions the facts' own; those of the unit come from the tree
 * @param several dimensions of which a fact may have more than one value
 * @param kept which facts are counted after each was taken once
 * @param ofWhole which of these count for the whole; the others show in the breakdown only
 * @param rows how one of the facts is shown by itself; null where it never is
 * @param stock where the same count stands in the sums; null where it does not
 */
record Measure(
        Table<Record> facts,
        Field<UUID> unit,
        @Nullable Person person,
        @Nullable Side outside,
        Condition where,
        @Nullable Once once,
        @Nullable Field<BigDecimal> amount,
        Map<Dimension, Field<String>> dimensions,
        Map<Dimension, Several> several,
        Condition kept,
        Condition ofWhole,
        @Nullable RowShape rows,
        @Nullable Stock stock) {

    /** The other side of a move, and at which place of the day it was left or reached. */
    record Side(Field<UUID> unit, Person person) {}

    record Once(List<Field<?>> who, List<OrderField<?>> decisiveFirst) {}

    /** A table of values beside the facts. */
    record Several(Table<Record> values, Condition on, Field<String> value) {}

    static Measure of(Table<Record> facts, Field<UUID> unit, Condition where) {
        return new Measure(
                facts,
                unit,
                null,
                null,
                where,
                null,
                null,
                Map.of(),
                Map.of(),
                DSL.trueCondition(),
                DSL.trueCondition(),
                null,
                null);
    }

    Measure where(Condition also) {
        return new Measure(
                facts,
                unit,
                person,
                outside,
                where.and(also),
                once,
                amount,
                dimensions,
                several,
                kept,
                ofWhole,
                rows,
                null);
    }

    /** Each of the facts, at whatever time. */
    Measure everything() {
        return new Measure(
                facts,
                unit,
                person,
                null,
                DSL.noCondition(),
                null,
                null,
                Map.of(),
                Map.of(),
                DSL.trueCondition(),
                DSL.trueCondition(),
                null,
                null);
    }

    Measure ofPerson(Person whose) {
        return new Measure(
                facts, unit, whose, outside, where, once, amount, dimensions, several, kept, ofWhole, rows, stock);
    }

    Measure fromOutside(Side other) {
        return new Measure(
                facts, unit, person, other, where, once, amount, dimensions, several, kept, ofWhole, rows, stock);
    }

    Measure by(Map<Dimension, Field<String>> own) {
        return new Measure(facts, unit, person, outside, where, once, amount, own, several, kept, ofWhole, rows, stock);
    }

    Measure bySeveral(Dimension dimension, Several values) {
        return new Measure(
                facts,
                unit,
                person,
                outside,
                where,
                once,
                amount,
                dimensions,
                Map.of(dimension, values),
                kept,
                ofWhole,
                rows,
                stock);
    }

    Measure eachOnce(List<Field<?>> who, List<OrderField<?>> decisiveFirst) {
        return new Measure(
                facts,
                unit,
                person,
                outside,
                where,
                new Once(who, decisiveFirst),
                amount,
                dimensions,
                several,
                kept,
                ofWhole,
                rows,
                stock);
    }

    Measure summing(Field<BigDecimal> what) {
        return new Measure(
                facts, unit, person, outside, where, once, what, dimensions, several, kept, ofWhole, rows, stock);
    }

    Measure keeping(Condition which) {
        return new Measure(
                facts, unit, person, outside, where, once, amount, dimensions, several, which, ofWhole, rows, null);
    }

    Measure withWhole(Condition which) {
        return new Measure(
                facts, unit, person, outside, where, once, amount, dimensions, several, kept, which, rows, null);
    }

    Measure shownAs(RowShape shape) {
        return new Measure(
                facts, unit, person, outside, where, once, amount, dimensions, several, kept, ofWhole, shape, stock);
    }

    /** Said last: what is narrowed or widened after it stands nowhere in the sums. */
    Measure summedAs(Stock same) {
        return new Measure(
                facts, unit, person, outside, where, once, amount, dimensions, several, kept, ofWhole, rows, same);
    }
}
