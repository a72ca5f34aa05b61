package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.day;
import static tusoi.reporting.figures.Sql.facts;
import static tusoi.reporting.figures.Sql.field;
import static tusoi.reporting.figures.Sql.id;
import static tusoi.reporting.figures.Sql.known;
import static tusoi.reporting.figures.Sql.on;
import static tusoi.reporting.figures.Sql.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.sums.SumMeasure;

/** Reviews and grades of the cycles asked for, as they stood at the end of {@code to}. Who is in two cycles of a year counts once. */
final class ReviewMeasures {
    private static final String MEMBER = "MEMBER";
    private static final String UNIT = "UNIT";
    private static final String COLLECTIVE = "LEADERSHIP_COLLECTIVE";

    private static final Set<String> GOOD_OR_BETTER = Set.of("GOOD", "EXCELLENT");

    private ReviewMeasures() {}

    static Measure unitsObliged(Question question) {
        return reviews(question, isOfUnits("r", question).and(isObliged(question)))
                .withWhole(isOf("r", UNIT));
    }

    static Measure unitsCompleted(Question question) {
        Condition completed = isDecided(question).and(day("r", "reported_on").le(question.to()));
        return reviews(
                        question,
                        isOfUnits("r", question).and(isObliged(question)).and(completed))
                .withWhole(isOf("r", UNIT));
    }

    static Measure membersObliged(Question question) {
        return summed(
                SumMeasure.OBLIGED,
                question,
                reviews(question, isOf("r", MEMBER).and(isObliged(question))));
    }

    static Measure membersReviewed(Question question) {
        Measure reviewed =
                reviews(question, isOf("r", MEMBER).and(isObliged(question)).and(isDecided(question)));
        return summed(SumMeasure.REVIEWED, question, reviewed);
    }

    static Measure membersExcluded(Question question) {
        Measure excluded = reviews(
                question, isOf("r", MEMBER).and(text("r", "excluded_reason").isNotNull()));
        return summed(SumMeasure.EXCLUDED, question, excluded);
    }

    /** Null where the cycles that concern the unit were opened on different days, or none does. */
    static @Nullable Measure membersAtOpening(Question question) {
        List<LocalDate> days = question.cycles().stream()
                .filter(Cycle::concernsUnit)
                .map(Cycle::openedOn)
                .distinct()
                .toList();
        return days.size() == 1 ? RegisterMeasures.members(question, days.getFirst()) : null;
    }

    static Measure membersGraded(Question question) {
        return summed(SumMeasure.GRADES, question, grades(question, isOf("g", MEMBER)));
    }

    /** Kept after each person's latest grade was found, so that an earlier and better one does not count. */
    static Measure membersGoodOrBetter(Question question) {
        Measure graded = membersGraded(question);
        Measure good = graded.keeping(text("g", "grade").in(GOOD_OR_BETTER));
        return graded.stock() == null ? good : good.summedAs(graded.stock().keeping(GOOD_OR_BETTER));
    }

    static Measure unitsGraded(Question question) {
        return grades(question, isOfUnits("g", question)).withWhole(isOf("g", UNIT));
    }

    static Measure ownGrade(Question question) {
        return grades(question, isOf("g", UNIT).and(id("g", "subject_id").eq(question.unit())));
    }

    /** Where nobody can be in it twice. */
    private static Measure summed(SumMeasure as, Question question, Measure measure) {
        if (measure.once() != null) {
            return measure;
        }
        Cycle cycle = question.cycles().getFirst();
        Dimension first = as == SumMeasure.GRADES ? Dimension.GRADE : Dimension.REASON;
        return measure.summedAs(
                Stock.of(as, cycle.id(), question.to(), cycle.openedOn(), List.of(first, Dimension.YEAR)));
    }

    private static Measure reviews(Question question, Condition which) {
        Condition where = id("r", "cycle_id")
                .in(question.cycleIds())
                .and(known("r", question))
                .and(which);
        Measure all = Measure.of(facts("review", "r"), id("r", "unit_id"), where)
                .by(Map.of(
                        Dimension.YEAR, year("r"),
                        Dimension.SUBJECT_TYPE, text("r", "subject_type"),
                        Dimension.REASON, text("r", "excluded_reason")))
                .ofPerson(reviewed("r", question))
                .shownAs(RowShape.ofDay("REVIEW", "r", "subject_id", "decided_on"));
        return eachOnce(all, question, "r", List.of(id("r", "aggregate_id").desc()));
    }

    private static Measure grades(Question question, Condition which) {
        Condition where = id("g", "cycle_id")
                .in(question.cycleIds())
                .and(known("g", question))
                .and(on(question.to(), "g"))
                .and(which);
        Measure all = Measure.of(facts("review_grade", "g"), id("g", "unit_id"), where)
                .by(Map.of(
                        Dimension.YEAR, year("g"),
                        Dimension.SUBJECT_TYPE, text("g", "subject_type"),
                        Dimension.GRADE, text("g", "grade")))
                .ofPerson(reviewed("g", question))
                .shownAs(RowShape.ofTime("REVIEW_GRADE", "g", "aggregate_id", "subject_id")
                        .numbered());
        return eachOnce(
                all,
                question,
                "g",
                List.of(day("g", "valid_from").desc(), id("g", "aggregate_id").desc()));
    }

    /** Within one cycle an entry has one review; several cycles, or several entries, can hold somebody twice. */
    private static Measure eachOnce(Measure all, Question question, String alias, List<OrderField<?>> latestFirst) {
        return question.cycles().size() == 1 && !question.persons().joined()
                ? all
                : all.eachOnce(subject(alias, question), latestFirst);
    }

    private static List<Field<?>> subject(String alias, Question question) {
        return List.of(
                JoinedEntries.person(question, id(alias, "subject_id")),
                text(alias, "subject_type"),
                field(alias, "year", Integer.class));
    }

    /** A review's unit of record is the home on its cycle's opening day. A unit is no entry of anybody, and goes no way of its own. */
    private static Person reviewed(String alias, Question question) {
        Field<LocalDate> opened = DSL.inline((LocalDate) null, SQLDataType.LOCALDATE);
        for (Cycle cycle : question.cycles()) {
            opened = DSL.when(id(alias, "cycle_id").eq(cycle.id()), DSL.val(cycle.openedOn()))
                    .otherwise(opened);
        }
        return Person.atEndOf(opened, id(alias, "subject_id"));
    }

    private static Field<String> year(String alias) {
        return field(alias, "year", Integer.class).cast(String.class);
    }

    private static Condition isOf(String alias, String subjectType) {
        return text(alias, "subject_type").eq(subjectType);
    }

    /** Units, and their leadership collectives only where the answer tells them apart: a unit is not done twice. */
    private static Condition isOfUnits(String alias, Question question) {
        return question.by().contains(Dimension.SUBJECT_TYPE)
                ? text(alias, "subject_type").in(UNIT, COLLECTIVE)
                : isOf(alias, UNIT);
    }

    private static Condition isObliged(Question question) {
        Field<LocalDate> from = day("r", "obliged_from");
        return text("r", "excluded_reason").isNull().and(from.isNull().or(from.le(question.to())));
    }

    private static Condition isDecided(Question question) {
        return day("r", "decided_on").le(question.to());
    }
}
