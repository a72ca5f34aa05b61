package tusoi.reporting.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.platform.problems.ProblemException;
import tusoi.reporting.figures.FiguresDesk;
import tusoi.reporting.figures.FiguresRequest;
import tusoi.reporting.figures.FiguresView;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Indicator;
import tusoi.reporting.reports.ReportDefinition.Column;
import tusoi.scope.Units;
import tusoi.scope.Units.Unit;

/** Computes a report: every figure is asked for as anybody would ask for it, all as known at one instant. */
@Component
public class ReportDesk {
    /** More rows than any unit has children; a report of more leaves those cells out, with the reason. */
    private static final int MOST_ASKED_EACH = 1_000;

    private final StandingReports reports;
    private final FiguresDesk desk;
    private final Units units;

    ReportDesk(StandingReports reports, FiguresDesk desk, Units units) {
        this.reports = reports;
        this.desk = desk;
        this.units = units;
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
        Set<List<Dimension>> questions = questions(report).keySet();
        String cycle = asked.cycle() == null && questions.stream().anyMatch(by -> by.contains(Dimension.YEAR))
                ? "all"
                : asked.cycle();
        ReportRequest fixed =
                new ReportRequest(asked.unit(), null, asked.from(), asked.to(), asked.asOf(), knownAt, cycle);
        return table(report, fixed, null, response);
    }

    /**
     * The same report of a unit that stands under its own in the tree of its day. Where the unit stands today is not asked, and the
     * caller's rights at the report's own decide, as they do of its rows.
     */
    public ReportView computeUnder(ReportDefinition report, ReportView top, UUID unit, HttpServletResponse response) {
        ReportRequest fixed = new ReportRequest(
                unit.toString(),
                null,
                top.from().toString(),
                top.to().toString(),
                top.asOf().toString(),
                top.knownAt().toString(),
                top.cycle());
        return table(report, fixed, top.unit().id(), response);
    }

    /** @param upper the unit at which the caller's rights decide; null for the one asked for */
    private ReportView table(
            ReportDefinition report, ReportRequest fixed, @Nullable UUID upper, HttpServletResponse response) {
        Map<List<Dimension>, FiguresView> answers = new LinkedHashMap<>();
        questions(report).forEach((by, indicators) -> {
            FiguresRequest asking = asking(fixed, fixed.unit(), indicators, by);
            answers.put(
                    by,
                    upper == null ? desk.answer(asking, response) : desk.answerUnder(upper, asking, false, response));
        });
        Rows rows = Rows.of(report, answers.values());
        FiguresView first = answers.values().iterator().next();
        UUID rightsAt = upper == null ? first.unit().id() : upper;
        Map<String, FiguresView> ofEach = ofEach(
                report,
                rows,
                first,
                (unit, indicators) -> desk.answerUnder(
                        rightsAt,
                        asking(fixed, unit.toString(), indicators, List.of()),
                        unit.equals(first.unit().id()),
                        response));
        return new ReportTable(report, rows, answers, ofEach).view(first);
    }

    /** What is asked of each row's unit by itself; of the report's own, which has a row for what stands with it alone, just that. */
    private Map<String, FiguresView> ofEach(
            ReportDefinition report,
            Rows rows,
            FiguresView first,
            BiFunction<UUID, Set<Indicator>, FiguresView> asking) {
        Set<Indicator> indicators = report.columns().stream()
                .filter(Column::each)
                .map(Column::indicator)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, FiguresView> answers = new HashMap<>();
        if (!indicators.isEmpty() && rows.labels().size() <= MOST_ASKED_EACH) {
            Map<String, UUID> ids = units.children(first.unit().id(), first.asOf(), first.knownAt()).stream()
                    .collect(Collectors.toMap(Unit::code, Unit::id, (one, _) -> one, HashMap::new));
            String own = first.unit().code();
            if (own != null) {
                ids.put(own, first.unit().id());
            }
            ids.keySet().retainAll(rows.labels().keySet());
            ids.forEach((code, unit) -> answers.put(code, asking.apply(unit, indicators)));
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
