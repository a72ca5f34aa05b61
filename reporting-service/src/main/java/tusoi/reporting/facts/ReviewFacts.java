package tusoi.reporting.facts;

import static tusoi.reporting.facts.FactTable.CYCLE;
import static tusoi.reporting.facts.FactTable.REVIEW;
import static tusoi.reporting.facts.FactTable.REVIEW_GRADE;
import static tusoi.reporting.facts.FactTable.TARGET;
import static tusoi.reporting.facts.FactTable.TARGET_RESULT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cycles, what each subject's review has come to, its grades with their revisions, targets and what was reached of them. */
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

    record Result(LocalDate on, BigDecimal value, boolean achieved) {
        static Result from(Data data) {
            return new Result(data.day("on"), data.decimal("value"), data.flag("achieved"));
        }
    }

    /** What was cancelled is neither planned nor reached. */
    static void targetToRows(Rows rows, Recorded recorded) {
        Data data = new Data(recorded.event().data());
        if (data.flag("cancelled")) {
            return;
        }
        String measure = data.textOrNull("measure");
        List<@Nullable Object> plan = List.of(
                data.id("unitId"),
                data.text("indicator"),
                data.day("from"),
                data.day("to"),
                data.decimal("planned"),
                measure == null ? "NUMBER" : measure,
                data.flag("main"));
        rows.add(TARGET, recorded, plan.toArray());
        List<Result> results = data.list("results", Result::from).stream()
                .sorted(Comparator.comparing(Result::on))
                .toList();
        for (int n = 0; n < results.size(); n++) {
            Result result = results.get(n);
            List<@Nullable Object> row = new ArrayList<>(plan);
            row.addFirst(n);
            row.add(result.on());
            row.add(Forever.ifNull(n + 1 < results.size() ? results.get(n + 1).on() : null));
            row.add(result.value());
            row.add(result.achieved());
            rows.add(TARGET_RESULT, recorded, row.toArray());
        }
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
