package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.facts;
import static tusoi.reporting.figures.Sql.field;
import static tusoi.reporting.figures.Sql.id;
import static tusoi.reporting.figures.Sql.inTree;
import static tusoi.reporting.figures.Sql.known;
import static tusoi.reporting.figures.Sql.text;
import static tusoi.reporting.figures.Sql.tree;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Planned admissions, and the admissions that are measured against them. */
final class TargetMeasures {
    private TargetMeasures() {}

    /**
     * Admissions in units under a plan of the span, on a day of that plan: a unit for which nothing is planned is in neither
     * count. The unit that a plan is for, and the one where somebody was admitted, are taken where the tree asked for places them.
     */
    static Measure admissionsUnderPlan(Question question) {
        Table<Record> planned = Inside.as("planned");
        // The few plans are found once, and not for each admission, which is what a planner that expects one admission
        // would do.
        CommonTableExpression<Record> plans = DSL.name("plans")
                .asMaterialized(DSL.select(List.<SelectFieldOrAsterisk>of(
                                id("plan", "unit_id"),
                                day("plan", "from_day"),
                                day("plan", "to_day"),
                                id("planned", Inside.TARGET)))
                        .from(facts("target", "plan"))
                        .join(planned)
                        .on(id("planned", "unit_id").eq(id("plan", "unit_id")))
                        .where(isPlanOfSpan("plan", question)));
        Condition isUnderIt = DSL.exists(DSL.selectOne()
                .from(tree("closure", "path"))
                .where(id("path", "ancestor_id").eq(id("plans", Inside.TARGET)))
                .and(id("path", "unit_id").eq(id("i", Inside.TARGET)))
                .and(inTree("path", question)));
        Condition isPlanned = DSL.exists(DSL.with(plans)
                .selectOne()
                .from(DSL.table(DSL.name("plans")))
                .where(day("v", "on_day").between(day("plans", "from_day"), day("plans", "to_day")))
                .and(id("plans", "unit_id").eq(id("v", "unit_id")).or(isUnderIt)));
        return RegisterMeasures.entries(question, "ADMITTED").where(isPlanned);
    }

    /**
     * Planned admissions whose own days lie in the span. A plan is not counted twice: a unit's target within a longer one of its
     * own is part of that, and a target of a unit above holds instead of one whose days it covers. Plans of which neither covers
     * the other are all summed.
     */
    static Measure plannedAdmissions(Question question) {
        return planned(question, DSL.noCondition(), Overruling.isInside(id("upper", "unit_id")));
    }

    /** The same for parts, for which a target of the unit asked for says nothing. */
    static Measure plannedAdmissionsOfParts(Question question) {
        return planned(
                question,
                id("t", "unit_id").ne(question.unit()),
                Overruling.isInSamePart(id("upper", "unit_id"), question));
    }

    private static Measure planned(Question question, Condition which, Condition whichAbove) {
        Table<Record> above = facts("target", "upper");
        Condition overruled = DSL.exists(DSL.selectOne()
                .from(Overruling.above(id("t", "unit_id"), question, "above"))
                .join(above)
                .on(id("upper", "unit_id").eq(id("above", "unit_id")))
                .where(isPlanOfSpan("upper", question))
                .and(covers("upper", "t"))
                .and(whichAbove));
        Condition partOfLonger = DSL.exists(DSL.selectOne()
                .from(facts("target", "longer"))
                .where(id("longer", "unit_id").eq(id("t", "unit_id")))
                .and(isPlanOfSpan("longer", question))
                .and(covers("longer", "t"))
                .andNot(covers("t", "longer")));
        Condition where =
                isPlanOfSpan("t", question).and(which).andNot(overruled).andNot(partOfLonger);
        return Measure.of(facts("target", "t"), id("t", "unit_id"), where)
                .summing(field("t", "planned", BigDecimal.class));
    }

    private static Condition covers(String longer, String shorter) {
        return day(longer, "from_day")
                .le(day(shorter, "from_day"))
                .and(day(longer, "to_day").ge(day(shorter, "to_day")));
    }

    private static Condition isPlanOfSpan(String alias, Question question) {
        return text(alias, "indicator")
                .eq("member.admitted")
                .and(day(alias, "from_day").ge(question.from()))
                .and(day(alias, "to_day").le(question.to()))
                .and(known(alias, question));
    }
}
