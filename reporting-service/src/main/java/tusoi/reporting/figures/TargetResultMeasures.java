package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.facts;
import static tusoi.reporting.figures.Sql.field;
import static tusoi.reporting.figures.Sql.id;
import static tusoi.reporting.figures.Sql.known;
import static tusoi.reporting.figures.Sql.on;
import static tusoi.reporting.figures.Sql.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import tusoi.reporting.indicators.Dimension;

/**
 * Results of targets, entered where they are known, beside what was planned. A question is of the targets whose days begin in the span
 * and end by the end of the year in which the span ends, so that a year's plan is there in the middle of it too; of each the newest
 * result as of the end of the span counts.
 */
final class TargetResultMeasures {
    private static final String RESULT = "r";
    private static final String PERCENT = "PERCENT";

    private TargetResultMeasures() {}

    static Measure achieved(Question question) {
        Condition where = isNewest(RESULT, question).and(DSL.condition(field(RESULT, "achieved", Boolean.class)));
        return Measure.of(facts("target_result", RESULT), id(RESULT, "unit_id"), where)
                .by(dimensions(RESULT))
                .shownAs(shape());
    }

    /** What the register counts itself is measured by another indicator. */
    static Measure set(Question question) {
        Condition where = isAsked("t", question).and(text("t", "indicator").notLike("member.%"));
        return Measure.of(facts("target", "t"), id("t", "unit_id"), where).by(dimensions("t"));
    }

    static Measure value(Question question) {
        return summed(question, "value");
    }

    /** Of the same targets: of which there is no result, the plan is not held against anything. */
    static Measure plan(Question question) {
        return summed(question, "planned");
    }

    /**
     * Amounts of one target and measure: the whole is a sum only where no other is inside. A unit's target within a longer one of its
     * own is part of that; a target of a unit above holds instead of one whose days it covers, but in parts by
     * something of units only within a part.
     */
    private static Measure summed(Question question, String amount) {
        boolean bySomethingOfUnits = question.by().stream().anyMatch(Inside::tells);
        Condition where = isNewest(RESULT, question)
                .and(canBeSummed(RESULT, question))
                .andNot(isPartOfLonger(question))
                .andNot(isOverruled(question, bySomethingOfUnits));
        Condition ofWhole = isOneKind(question);
        return Measure.of(facts("target_result", RESULT), id(RESULT, "unit_id"), where)
                .by(dimensions(RESULT))
                .summing(field(RESULT, amount, BigDecimal.class))
                .withWhole(bySomethingOfUnits ? ofWhole.andNot(isOverruled(question, false)) : ofWhole)
                .shownAs(shape());
    }

    private static RowShape shape() {
        return RowShape.ofTime("TARGET_RESULT", RESULT, "aggregate_id", "unit_id")
                .numbered();
    }

    /** Amounts are one kind's where both what is planned and in what it is counted are the same. */
    private static Field<String> kind(String alias) {
        return text(alias, "indicator").concat(DSL.inline("/")).concat(text(alias, "measure"));
    }

    private static Map<Dimension, Field<String>> dimensions(String alias) {
        return Map.of(
                Dimension.TARGET,
                kind(alias),
                Dimension.MAIN,
                DSL.when(DSL.condition(field(alias, "main", Boolean.class)), DSL.inline("MAIN"))
                        .otherwise(DSL.inline("OTHER")),
                Dimension.YEAR,
                DSL.year(day(alias, "to_day")).cast(String.class));
    }

    private static Condition isAsked(String alias, Question question) {
        LocalDate yearEnd = LocalDate.of(question.to().getYear(), 12, 31);
        return day(alias, "from_day")
                .between(question.from(), question.to())
                .and(day(alias, "to_day").le(yearEnd))
                .and(known(alias, question));
    }

    private static Condition isNewest(String alias, Question question) {
        return isAsked(alias, question).and(on(question.to(), alias));
    }

    /** Percents of two units are no percents of both. */
    private static Condition canBeSummed(String alias, Question question) {
        return text(alias, "measure").ne(PERCENT).or(id(alias, "unit_id").eq(question.unit()));
    }

    /** Asked once for all, not for each fact. */
    private static Condition isOneKind(Question question) {
        Table<Record> within = Inside.as("within");
        Field<Integer> kinds = DSL.field(DSL.select(DSL.countDistinct(kind("other")))
                .from(facts("target_result", "other"))
                .join(within)
                .on(id("within", "unit_id").eq(id("other", "unit_id")))
                .where(isNewest("other", question))
                .and(canBeSummed("other", question)));
        return kinds.eq(DSL.inline(1));
    }

    private static Condition isPartOfLonger(Question question) {
        return DSL.exists(DSL.selectOne()
                .from(facts("target_result", "longer"))
                .where(id("longer", "unit_id").eq(id(RESULT, "unit_id")))
                .and(isOfSameKind("longer"))
                .and(isNewest("longer", question))
                .and(covers("longer", RESULT))
                .andNot(covers(RESULT, "longer")));
    }

    private static Condition isOverruled(Question question, boolean inParts) {
        Field<UUID> upper = id("upper", "unit_id");
        return DSL.exists(DSL.selectOne()
                .from(Overruling.above(id(RESULT, "unit_id"), question, "above"))
                .join(facts("target_result", "upper"))
                .on(upper.eq(id("above", "unit_id")))
                .where(isOfSameKind("upper"))
                .and(isNewest("upper", question))
                .and(canBeSummed("upper", question))
                .and(covers("upper", RESULT))
                .and(inParts ? Overruling.isInSamePart(upper, question) : Overruling.isInside(upper)));
    }

    private static Condition isOfSameKind(String alias) {
        return text(alias, "indicator")
                .eq(text(RESULT, "indicator"))
                .and(text(alias, "measure").eq(text(RESULT, "measure")));
    }

    private static Condition covers(String longer, String shorter) {
        return day(longer, "from_day")
                .le(day(shorter, "from_day"))
                .and(day(longer, "to_day").ge(day(shorter, "to_day")));
    }
}
