package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.facts;
import static tusoi.reporting.figures.Sql.field;
import static tusoi.reporting.figures.Sql.id;
import static tusoi.reporting.figures.Sql.inSpan;
import static tusoi.reporting.figures.Sql.known;
import static tusoi.reporting.figures.Sql.text;

import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import tusoi.reporting.indicators.Dimension;

/** Measures and removals by the day from which they have effect; who has several counts once, by the latest. */
final class DisciplineMeasures {
    private DisciplineMeasures() {}

    static Measure disciplined(Question question, String subjectType) {
        Condition where = text("d", "subject_type")
                .eq(subjectType)
                .and(inSpan(day("d", "effective_on"), question))
                .and(day("d", "annulled_on").isNull())
                .and(known("d", question));
        return Measure.of(facts("discipline_decision", "d"), id("d", "unit_id"), where)
                .by(Map.of(
                        Dimension.YEAR, DSL.year(day("d", "effective_on")).cast(String.class),
                        Dimension.FORM, text("d", "form"),
                        Dimension.DECIDER_LEVEL, text("d", "deciding_level")))
                .ofPerson(Person.atEndOf(day("d", "effective_on"), id("d", "subject_id")))
                .shownAs(RowShape.ofDay("DISCIPLINE_DECISION", "d", "subject_id", "effective_on"))
                .bySeveral(Dimension.CONTENT, several(facts("discipline_content", "c"), "d", "c", "content"))
                .eachOnce(
                        List.of(JoinedEntries.person(question, id("d", "subject_id"))),
                        List.of(
                                day("d", "effective_on").desc(),
                                id("d", "aggregate_id").desc()));
    }

    static Measure removed(Question question) {
        Condition where = inSpan(day("x", "effective_on"), question)
                .and(day("x", "annulled_on").isNull())
                .and(known("x", question));
        return Measure.of(facts("removal", "x"), id("x", "unit_id"), where)
                .by(Map.of(
                        Dimension.YEAR, DSL.year(day("x", "effective_on")).cast(String.class),
                        Dimension.KIND, text("x", "kind")))
                .ofPerson(Person.atEndOf(day("x", "effective_on"), id("x", "member_id")))
                .shownAs(RowShape.ofDay("REMOVAL", "x", "member_id", "effective_on"))
                .bySeveral(Dimension.GROUND, several(facts("removal_ground", "c"), "x", "c", "ground"))
                .eachOnce(
                        List.of(JoinedEntries.person(question, id("x", "member_id"))),
                        List.of(
                                day("x", "effective_on").desc(),
                                id("x", "aggregate_id").desc()));
    }

    private static Measure.Several several(Table<Record> values, String of, String alias, String column) {
        Condition on = id(alias, "aggregate_id")
                .eq(id(of, "aggregate_id"))
                .and(field(alias, "version", Long.class).eq(field(of, "version", Long.class)));
        return new Measure.Several(values, on, text(alias, column));
    }
}
