package tusoi.reporting.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tusoi.platform.problems.ProblemException;
import tusoi.reporting.figures.FiguresDesk;
import tusoi.reporting.figures.FiguresRequest;
import tusoi.reporting.figures.FiguresView;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Indicator;
import tusoi.reporting.reports.ReportDefinition.Column;

/** Computes a report: every figure is asked for as anybody would ask for it, all as known at one instant. */
@Component
public class ReportDesk {
    /** More rows than any unit has children; a report of more leaves those cells out, with the reason. */
    private static final int MOST_ASKED_EACH = 1_000;

    private final StandingReports reports;
    private final FiguresDesk desk;

    ReportDesk(StandingReports reports, FiguresDesk desk) {
        this.reports = reports;
        this.desk = desk;
    }

    /** A 404 problem where no file defines it. */
    public ReportDefinition definition(String code) {
        return reports.find(code).orElseThrow(() -> ProblemException.notFound("The report"));
    }

    /** @param response gets the headers that tell how fresh the answer is */
    public ReportView compute(ReportDefinition report, ReportRequest request, HttpServletResponse response) {
        ReportRequest asked = request.spelledOut(report.period());
        String knownAt = asked.knownAt() == null || asked.knownAt().isBlank()
                ? desk.watermark(report.indicators()).toString()
                : asked.knownAt();
        Map<List<Dimension>, Set<Indicator>> questions = questions(report);
        String cycle = asked.cycle() == null && questions.keySet().stream().anyMatch(by -> by.contains(Dimension.YEAR))
                ? "all"
                : asked.cycle();
        ReportRequest fixed =
                new ReportRequest(asked.unit(), null, asked.from(), asked.to(), asked.asOf(), knownAt, cycle);
        Map<List<Dimension>, FiguresView> answers = new LinkedHashMap<>();
        questions.forEach((by, indicators) ->
                answers.put(by, desk.answer(asking(fixed, fixed.unit(), indicators, by), response)));
        Rows rows = Rows.of(report, answers.values());
        Map<String, FiguresView> ofEach = ofEach(report, rows, fixed, response);
        return new ReportTable(report, rows, answers, ofEach)
                .view(answers.values().iterator().next());
    }

    /** What is asked of each row's unit by itself. */
    private Map<String, FiguresView> ofEach(
            ReportDefinition report, Rows rows, ReportRequest fixed, HttpServletResponse response) {
        Set<Indicator> indicators = report.columns().stream()
                .filter(Column::each)
                .map(Column::indicator)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, FiguresView> answers = new HashMap<>();
        if (!indicators.isEmpty() && rows.labels().size() <= MOST_ASKED_EACH) {
            rows.labels()
                    .keySet()
                    .forEach(unit ->
                            answers.put(unit, desk.answer(asking(fixed, unit, indicators, List.of()), response)));
        }
        return answers;
    }

    private static FiguresRequest asking(
            ReportRequest fixed, String unit, Set<Indicator> indicators, List<Dimension> by) {
        return new FiguresRequest(
                unit,
                joined(indicators.stream().map(Indicator::id)),
                fixed.from(),
                fixed.to(),
                fixed.asOf(),
                fixed.knownAt(),
                fixed.cycle(),
                by.isEmpty() ? null : joined(by.stream().map(Dimension::code)));
    }

    /** Which indicators are asked for by which dimensions. */
    private static Map<List<Dimension>, Set<Indicator>> questions(ReportDefinition report) {
        Map<List<Dimension>, Set<Indicator>> questions = new LinkedHashMap<>();
        for (Column column : report.columns()) {
            for (List<Dimension> by : questions(report, column)) {
                questions.computeIfAbsent(by, _ -> new LinkedHashSet<>()).add(column.indicator());
            }
        }
        return questions;
    }

    private static List<List<Dimension>> questions(ReportDefinition report, Column column) {
        List<List<Dimension>> questions = new ArrayList<>();
        Dimension rows = report.rows();
        Dimension by = column.by();
        if (by != null) {
            questions.add(List.of(by));
        } else if (rows == null || column.each()) {
            questions.add(List.of());
        }
        if (rows != null && !column.each()) {
            questions.add(by == null ? List.of(rows) : List.of(rows, by));
        }
        return questions;
    }

    private static String joined(Stream<String> texts) {
        return texts.collect(Collectors.joining(","));
    }
}
