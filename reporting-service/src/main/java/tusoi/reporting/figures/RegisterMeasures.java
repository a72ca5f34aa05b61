package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.facts;
import static tusoi.reporting.figures.Sql.field;
import static tusoi.reporting.figures.Sql.id;
import static tusoi.reporting.figures.Sql.inSpan;
import static tusoi.reporting.figures.Sql.inTree;
import static tusoi.reporting.figures.Sql.known;
import static tusoi.reporting.figures.Sql.on;
import static tusoi.reporting.figures.Sql.text;
import static tusoi.reporting.figures.Sql.tree;

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

/** Units alive, memberships in force, movements, planned admissions. */
final class RegisterMeasures {
    private RegisterMeasures() {}

    static Measure unitsBelow(Question question) {
        return units(question, id("u", "unit_id").ne(question.unit()));
    }

    static Measure branches(Question question) {
        return units(question, text("u", "form").eq("BRANCH"));
    }

    private static Measure units(Question question, Condition which) {
        return Measure.of(
                tree("unit_version", "u"),
                id("u", "unit_id"),
                on(question.to(), "u").and(known("u", question)).and(which));
    }

    static Measure members(Question question, LocalDate day) {
        Field<Boolean> suspended = field("m", "suspended", Boolean.class);
        Field<Boolean> exempt = field("m", "exempt", Boolean.class);
        Field<String> activity =
                DSL.when(suspended, "SUSPENDED").when(exempt, "EXEMPT").otherwise("FULL");
        return Measure.of(
                        facts("membership", "m"),
                        id("m", "unit_id"),
                        on(day, "m").and(known("m", question)))
                .ofPerson(Person.atEndOf(DSL.val(day), id("m", "aggregate_id")))
                .by(Map.of(Dimension.STATE, text("m", "state"), Dimension.ACTIVITY, activity));
    }

    /** A way in. */
    static Measure entries(Question question, String kind) {
        return movements(question, kind, id("v", "unit_id")).ofPerson(reached());
    }

    /** A way out. */
    static Measure departures(Question question, String kind) {
        return movements(question, kind, id("v", "unit_id")).ofPerson(left());
    }

    /** Received by a unit inside from one outside, be that another unit or none of this register's. */
    static Measure transfersIn(Question question) {
        return transfers(question, id("v", "other_unit_id"))
                .ofPerson(reached())
                .fromOutside(new Measure.Side(id("v", "unit_id"), left()));
    }

    static Measure transfersOut(Question question) {
        return transfers(question, id("v", "unit_id"))
                .ofPerson(left())
                .fromOutside(new Measure.Side(id("v", "other_unit_id"), reached()));
    }

    /** Of one person alone: what a reorganisation moved is no move. */
    private static Measure transfers(Question question, Field<UUID> unit) {
        Measure all = movements(question, "TRANSFERRED", unit);
        return all.where(id("v", "reorganisation_id").isNull());
    }

    private static Measure movements(Question question, String kind, Field<UUID> unit) {
        Field<LocalDate> day = day("v", "on_day");
        Condition where = text("v", "kind").eq(kind).and(inSpan(day, question)).and(known("v", question));
        return Measure.of(facts("movement", "v"), unit, where)
                .by(Map.of(Dimension.YEAR, DSL.year(day).cast(String.class)));
    }

    private static Person reached() {
        return new Person(id("v", "aggregate_id"), day("v", "on_day"), field("v", "n", Integer.class));
    }

    private static Person left() {
        Field<Integer> before = field("v", "n", Integer.class).minus(DSL.inline(1));
        return new Person(id("v", "aggregate_id"), day("v", "on_day"), before);
    }

    /**
     * Planned admissions whose own days lie in the span. A plan is not counted twice: a unit's target within a longer one of its
     * own is part of that, and a target of a unit above holds instead of one whose days it covers. Plans of which neither covers
     * the other are all summed.
     */
    static Measure plannedAdmissions(Question question) {
        return planned(question, DSL.noCondition(), DSL.noCondition());
    }

    /** The same for parts, for which a target of the unit asked for says nothing. */
    static Measure plannedAdmissionsOfParts(Question question) {
        return planned(
                question,
                id("t", "unit_id").ne(question.unit()),
                id("upper", "unit_id").ne(question.unit()));
    }

    private static Measure planned(Question question, Condition which, Condition whichAbove) {
        Table<Record> above = facts("target", "upper");
        Table<Record> path = tree("closure", "path");
        Table<Record> within = Inside.as("within");
        Condition overruled = DSL.exists(DSL.selectOne()
                .from(path)
                .join(above)
                .on(id("upper", "unit_id").eq(id("path", "ancestor_id")))
                .join(within)
                .on(id("within", "unit_id").eq(id("upper", "unit_id")))
                .where(id("path", "unit_id").eq(id("t", "unit_id")))
                .and(id("path", "ancestor_id").ne(id("t", "unit_id")))
                .and(inTree("path", question))
                .and(isPlanOfSpan("upper", question))
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
