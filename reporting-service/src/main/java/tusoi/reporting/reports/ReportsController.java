package tusoi.reporting.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.reporting.indicators.Indicator;
import tusoi.reporting.indicators.Text;

/** The standing reports. Freshness stands in the headers, so that the body can be compared to the byte. */
@RestController
@RequestMapping("/api/reporting/v1/reports")
class ReportsController {
    private final StandingReports reports;
    private final ReportDesk desk;

    ReportsController(StandingReports reports, ReportDesk desk) {
        this.reports = reports;
        this.desk = desk;
    }

    record ReportsView(List<DefinitionView> items) {}

    /** @param period {@code span} or {@code cycle} */
    record DefinitionView(
            String code,
            int version,
            Text title,
            String period,
            @Nullable String rowsBy,
            List<String> indicators) {
        static DefinitionView of(ReportDefinition report) {
            return new DefinitionView(
                    report.code(),
                    report.version(),
                    report.title(),
                    report.period().name().toLowerCase(java.util.Locale.ROOT),
                    report.rows() == null ? null : report.rows().code(),
                    report.indicators().stream().map(Indicator::id).toList());
        }
    }

    @GetMapping
    ReportsView all() {
        return new ReportsView(reports.all().stream().map(DefinitionView::of).toList());
    }

    /**
     * Answers 503 where the facts were thrown away, to be read anew.
     *
     * @param unit code or id; the report covers it and everything under it
     * @param year a calendar year; for a report on review cycles, the cycles of that year as they stand at the end of {@code to}
     * @param from first day of the span; the first day of {@code to}'s year unless told
     * @param to last day of the span; the day of {@code knownAt} in Viet Nam unless told
     * @param asOf the day whose tree decides; {@code to} unless told
     * @param knownAt the instant whose knowledge is used; the watermark unless told
     * @param cycle a review cycle's id or year, or {@code all}
     */
    @GetMapping("/{code}")
    ReportView report(
            @PathVariable String code,
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String cycle,
            HttpServletResponse response) {
        return desk.compute(
                desk.definition(code), new ReportRequest(unit, year, from, to, asOf, knownAt, cycle), response);
    }
}
