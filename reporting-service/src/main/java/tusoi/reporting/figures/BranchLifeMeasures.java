package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.facts;
import static tusoi.reporting.figures.Sql.id;
import static tusoi.reporting.figures.Sql.inSpan;
import static tusoi.reporting.figures.Sql.known;
import static tusoi.reporting.figures.Sql.on;
import static tusoi.reporting.figures.Sql.text;
import static tusoi.reporting.figures.Sql.tree;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import tusoi.platform.time.BusinessDays;
import tusoi.reporting.indicators.Dimension;

/** Branch-months and their meetings, who came to the sessions they were called to, working rules in force. */
final class BranchLifeMeasures {
    private static final String MONTH_END = "month_end";

    private BranchLifeMeasures() {}

    static Measure withWorkingRules(Question question) {
        return RegisterMeasures.branches(
                question,
                DSL.exists(DSL.selectOne()
                        .from(facts("working_rules", "w"))
                        .where(id("w", "unit_id").eq(id("u", "unit_id")))
                        .and(on(question.to(), "w"))
                        .and(known("w", question))));
    }

    /** Members at the end of the span whom working rules in force then give a task, whichever unit's. */
    static Measure withTask(Question question) {
        Table<Record> named = facts("member_task", "t");
        return RegisterMeasures.members(question, question.to())
                .where(DSL.exists(DSL.selectOne()
                        .from(
                                question.persons().joined()
                                        ? named.leftJoin(JoinedEntries.table())
                                                .on(JoinedEntries.entry().eq(id("t", "member_id")))
                                        : named)
                        .where(JoinedEntries.person(question, id("t", "member_id"))
                                .eq(id("m", "aggregate_id")))
                        .and(on(question.to(), "t"))
                        .and(known("t", question))));
    }

    /** Every branch in every month of the span on whose last day it lived. */
    static Measure branchMonths(Question question) {
        var months = DSL.unnest(monthEnds(question)).as("b", MONTH_END);
        var lived = months.join(tree("unit_version", "u")).on(livedAsBranch("b", question));
        return Measure.of(lived, id("u", "unit_id"), DSL.trueCondition())
                .by(Map.of(Dimension.YEAR, year("b", MONTH_END)));
    }

    /** Those of them with a regular meeting held, whenever it was: it counts for the month that it was for. */
    static Measure monthsWithMeeting(Question question) {
        Condition where = text("m", "kind")
                .eq("REGULAR")
                .and(text("m", "state").eq("HELD"))
                .and(day("m", MONTH_END).in(monthEnds(question)))
                .and(known("m", question))
                .and(DSL.exists(DSL.selectOne()
                        .from(tree("unit_version", "u"))
                        .where(id("u", "unit_id").eq(id("m", "unit_id")))
                        .and(livedAsBranch("m", question))));
        return Measure.of(facts("meeting", "m"), id("m", "unit_id"), where)
                .shownAs(RowShape.ofDay("MEETING", "m", "unit_id", "held_on"))
                .by(Map.of(Dimension.YEAR, year("m", MONTH_END)))
                .eachOnce(
                        List.of(id("m", "unit_id"), day("m", MONTH_END)),
                        List.of(id("m", "aggregate_id").desc()));
    }

    /** The last days of the months that are over by the day of what is known: of a month that goes on nobody can tell. */
    private static LocalDate[] monthEnds(Question question) {
        LocalDate known = LocalDate.ofInstant(question.knownAt(), BusinessDays.ZONE);
        LocalDate last = question.to().isBefore(known) ? question.to() : known.minusDays(1);
        return Stream.iterate(YearMonth.from(question.from()), month -> month.plusMonths(1))
                .map(YearMonth::atEndOfMonth)
                .takeWhile(day -> !day.isAfter(last))
                .toArray(LocalDate[]::new);
    }

    private static Condition livedAsBranch(String alias, Question question) {
        Field<LocalDate> monthEnd = day(alias, MONTH_END);
        return RegisterMeasures.isBranch("u")
                .and(day("u", "valid_from").le(monthEnd))
                .and(day("u", "valid_to").gt(monthEnd))
                .and(known("u", question));
    }

    static Measure called(Question question) {
        Condition where = inSpan(day("a", "held_on"), question).and(known("a", question));
        return Measure.of(facts("attendance", "a"), id("a", "unit_id"), where)
                .ofPerson(Person.atEndOf(day("a", "held_on"), id("a", "member_id")))
                .shownAs(RowShape.ofDay("ATTENDANCE", "a", "member_id", "held_on")
                        .numbered())
                .by(Map.of(Dimension.YEAR, year("a", "held_on"), Dimension.STATUS, text("a", "status")));
    }

    /** Those who stayed away show only where the answer tells them apart. */
    static Measure attended(Question question) {
        Condition there = text("a", "status").in("PRESENT", "LATE", "LEFT_EARLY");
        Measure called = called(question);
        return question.by().contains(Dimension.STATUS) ? called.withWhole(there) : called.keeping(there);
    }

    private static Field<String> year(String alias, String column) {
        return DSL.year(day(alias, column)).cast(String.class);
    }
}
