package tusoi.reporting.facts;

import static tusoi.reporting.facts.FactTable.CYCLE;
import static tusoi.reporting.facts.FactTable.REVIEW;
import static tusoi.reporting.facts.FactTable.REVIEW_GRADE;
import static tusoi.reporting.facts.FactTable.TARGET;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cycles, what each subject's review has come to, its grades with their revisions, and targets. */
final class ReviewFacts {
    private ReviewFacts() {}

    record Grade(
            int revision,
            String grade,
            LocalDate decidedOn,
            @Nullable UUID deciderUnitId) {
        static Grade from(Data data) {
            return new Grade(
                    data.number("revision"), data.text("grade"), data.day("decidedOn"), data.idOrNull("deciderUnitId"));
        }
    }

    static void cycleToRow(Rows rows, Recorded recorded) {
        Data data = new Data(recorded.event().data());
        rows.add(
                CYCLE,
                recorded,
                data.text("kind"),
                data.number("year"),
                data.id("openedByUnitId"),
                data.day("openedOn"),
                data.dayOrNull("dueOn"),
                data.textOrNull("profile"));
    }

    static void targetToRow(Rows rows, Recorded recorded) {
        Data data = new Data(recorded.event().data());
        rows.add(
                TARGET,
                recorded,
                data.id("unitId"),
                data.text("indicator"),
                data.day("from"),
                data.day("to"),
                data.decimal("planned"));
    }

    static void reviewToRows(Rows rows, Recorded recorded) {
        Data data = new Data(recorded.event().data());
        List<Grade> grades = data.list("grades", Grade::from).stream()
                .sorted(Comparator.comparingInt(Grade::revision))
                .toList();
        LocalDate decidedOn = firstDay(grades);
        rows.add(
                REVIEW,
                recorded,
                data.id("cycleId"),
                data.number("year"),
                data.text("subjectType"),
                data.id("subjectId"),
                data.id("unitId"),
                data.dayOrNull("obligedFrom"),
                data.textOrNull("excludedReason"),
                data.dayOrNull("selfReviewedOn"),
                data.textOrNull("selfGrade"),
                data.dayOrNull("proposedOn"),
                data.textOrNull("proposedGrade"),
                decidedOn,
                data.dayOrNull("reportedOn"),
                data.textOrNull("profile"));
        for (int n = 0; n < grades.size(); n++) {
            Grade grade = grades.get(n);
            rows.add(
                    REVIEW_GRADE,
                    recorded,
                    grade.revision(),
                    data.id("cycleId"),
                    data.number("year"),
                    data.text("subjectType"),
                    data.id("subjectId"),
                    data.id("unitId"),
                    grade.grade(),
                    grade.decidedOn(),
                    Forever.ifNull(firstDay(grades.subList(n + 1, grades.size()))),
                    grade.deciderUnitId());
        }
    }

    private static @Nullable LocalDate firstDay(List<Grade> grades) {
        return grades.stream()
                .map(Grade::decidedOn)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
