package tusoi.reporting.figures;

import static java.util.Map.entry;
import static tusoi.reporting.figures.Formula.count;
import static tusoi.reporting.figures.Formula.share;

import java.util.Map;
import tusoi.reporting.indicators.Indicator;

/** How each indicator of the catalogue is computed. */
final class Formulas {
    private static final Map<String, Formula> BY_ID = Map.ofEntries(
            entry("unit.count", count(RegisterMeasures::unitsBelow)),
            entry("unit.branches", count(RegisterMeasures::branches)),
            entry("unit.with-working-rules", share(BranchLifeMeasures::withWorkingRules, RegisterMeasures::branches)),
            entry("member.with-task", share(BranchLifeMeasures::withTask, Formulas::membersAtEnd)),
            entry("post.holders", count(PostMeasures::holders)),
            entry("meeting.held", share(BranchLifeMeasures::monthsWithMeeting, BranchLifeMeasures::branchMonths)),
            entry("attendance.rate", share(BranchLifeMeasures::attended, BranchLifeMeasures::called)),
            entry("member.count", count(Formulas::membersAtEnd)),
            entry(
                    "member.opening",
                    count(q -> RegisterMeasures.members(q, q.from().minusDays(1)))),
            entry("member.closing", count(Formulas::membersAtEnd)),
            entry("member.admitted", entries("ADMITTED")),
            entry("member.readmitted", entries("READMITTED")),
            entry("member.reinstated", entries("REINSTATED")),
            entry("member.registered", entries("REGISTERED")),
            entry("member.transferred-in", count(RegisterMeasures::transfersIn)),
            entry("member.transferred-out", count(RegisterMeasures::transfersOut)),
            entry("member.struck-off", departures("STRUCK_OFF")),
            entry("member.withdrew", departures("WITHDREW")),
            entry("member.screened-out", departures("SCREENED_OUT")),
            entry("member.expelled", departures("EXPELLED")),
            entry("member.deceased", departures("DECEASED")),
            entry(
                    "member.admission-target",
                    share(TargetMeasures::admissionsUnderPlan, TargetMeasures::plannedAdmissions)
                            .withPartDenominator(TargetMeasures::plannedAdmissionsOfParts)),
            entry("target.achieved", share(TargetResultMeasures::achieved, TargetResultMeasures::set)),
            entry("target.value", share(TargetResultMeasures::value, TargetResultMeasures::plan)),
            entry(
                    "review.units-completed",
                    share(ReviewMeasures::unitsCompleted, ReviewMeasures::unitsObliged)
                            .speakingOfCycles()),
            entry(
                    "review.members-reviewed",
                    share(ReviewMeasures::membersReviewed, ReviewMeasures::membersObliged)
                            .speakingOfCycles()),
            entry(
                    "review.members-excluded",
                    share(ReviewMeasures::membersExcluded, ReviewMeasures::membersAtOpening)
                            .speakingOfCycles()),
            entry(
                    "review.member-grades",
                    share(ReviewMeasures::membersGraded, ReviewMeasures::membersGraded)
                            .speakingOfCycles()),
            entry(
                    "review.good-or-better",
                    share(ReviewMeasures::membersGoodOrBetter, ReviewMeasures::membersGraded)
                            .speakingOfCycles()),
            entry(
                    "review.unit-grade",
                    count(ReviewMeasures::unitsGraded)
                            .withOwnGrade(ReviewMeasures::ownGrade)
                            .speakingOfCycles()),
            entry(
                    "discipline.members",
                    share(q -> DisciplineMeasures.disciplined(q, "MEMBER"), Formulas::membersAtEnd)),
            entry(
                    "discipline.units",
                    share(q -> DisciplineMeasures.disciplined(q, "UNIT"), RegisterMeasures::unitsBelow)),
            entry("removal.members", share(DisciplineMeasures::removed, Formulas::membersAtEnd)));

    private Formulas() {}

    static Formula of(Indicator indicator) {
        Formula formula = BY_ID.get(indicator.id());
        if (formula == null) {
            throw new IllegalStateException("no formula for " + indicator.id());
        }
        return formula;
    }

    private static Measure membersAtEnd(Question question) {
        return RegisterMeasures.members(question, question.to());
    }

    private static Formula entries(String kind) {
        return count(q -> RegisterMeasures.entries(q, kind));
    }

    private static Formula departures(String kind) {
        return count(q -> RegisterMeasures.departures(q, kind));
    }
}
