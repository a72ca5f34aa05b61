package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.facts;
import static tusoi.reporting.figures.Sql.field;
import static tusoi.reporting.figures.Sql.id;
import static tusoi.reporting.figures.Sql.inSpan;
import static tusoi.reporting.figures.Sql.known;
import static tusoi.reporting.figures.Sql.on;
import static tusoi.reporting.figures.Sql.text;
import static tusoi.reporting.figures.Sql.tree;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.sums.SumMeasure;

/** Units alive, memberships in force, movements. */
final class RegisterMeasures {
    private RegisterMeasures() {}

    static Measure unitsBelow(Question question) {
        return units(question, id("u", "unit_id").ne(question.unit()));
    }

    static Measure branches(Question question) {
        return branches(question, DSL.noCondition());
    }

    /** @param which of the branches, told of alias u */
    static Measure branches(Question question, Condition which) {
        return units(question, isBranch("u").and(which));
    }

    /** A party group is of a branch's form, but a part of one. */
    static Condition isBranch(String alias) {
        return text(alias, "form").eq("BRANCH").and(text(alias, "level").ne("PARTY_GROUP"));
    }

    private static Measure units(Question question, Condition which) {
        return Measure.of(
                        tree("unit_version", "u"),
                        id("u", "unit_id"),
                        on(question.to(), "u").and(known("u", question)).and(which))
                .shownAs(RowShape.ofTime("UNIT", "u", "unit_id", "unit_id"));
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
                .by(Map.of(Dimension.STATE, text("m", "state"), Dimension.ACTIVITY, activity))
                .shownAs(RowShape.ofTime("MEMBERSHIP", "m", "aggregate_id", "aggregate_id")
                        .numbered())
                .summedAs(Stock.of(SumMeasure.MEMBERS, null, day, day, List.of(Dimension.STATE, Dimension.ACTIVITY)));
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
        // In the statement's own words: RestsOn reads there that moves of other kinds leave the figure as it is.
        Condition where = text("v", "kind")
                .eq(DSL.inline(kind))
                .and(inSpan(day, question))
                .and(known("v", question));
        return Measure.of(facts("movement", "v"), unit, where)
                .by(Map.of(Dimension.YEAR, DSL.year(day).cast(String.class)))
                .shownAs(RowShape.ofDay("MOVEMENT", "v", "aggregate_id", "on_day")
                        .numbered()
                        .causedBy("case_id"));
    }

    private static Person reached() {
        return new Person(id("v", "aggregate_id"), day("v", "on_day"), field("v", "n", Integer.class));
    }

    private static Person left() {
        Field<Integer> before = field("v", "n", Integer.class).minus(DSL.inline(1));
        return new Person(id("v", "aggregate_id"), day("v", "on_day"), before);
    }
}
