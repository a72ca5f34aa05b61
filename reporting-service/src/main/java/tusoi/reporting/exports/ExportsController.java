package tusoi.reporting.exports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.problems.ProblemException;
import tusoi.reporting.exports.ExportTable.Line;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.published.PublishedFiles;
import tusoi.reporting.reports.ReportDefinition;
import tusoi.reporting.reports.ReportDesk;
import tusoi.reporting.reports.ReportRequest;
import tusoi.reporting.reports.ReportView;
import tusoi.scope.Units;

/** Reports as files, streamed: {@code csv}, {@code xlsx}, {@code docx} or {@code pdf}. */
@RestController
@RequestMapping("/api/reporting/v1")
class ExportsController {
    private static final int MOST_LEVELS = 10;

    private final ReportDesk desk;
    private final PublishedFiles published;
    private final Units units;
    private final ExportProgress progress;

    ExportsController(ReportDesk desk, PublishedFiles published, Units units, ExportProgress progress) {
        this.desk = desk;
        this.published = published;
        this.units = units;
        this.progress = progress;
    }

    /**
     * Parameters that are not told here are as in {@code GET /reports/{code}}.
     *
     * @param format {@code csv}, {@code xlsx}, {@code docx} or {@code pdf}
     * @param levels how many levels down it goes, 1 to 10; after each unit's row stand those of the units under it. 1 unless told
     * @param export a name of the caller's choice, to ask {@code GET /exports/{name}} how far it has come
     */
    @GetMapping("/reports/{code}/export")
    void report(
            @PathVariable String code,
            @RequestParam String format,
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String cycle,
            @RequestParam(required = false) @Nullable Integer levels,
            @RequestParam(required = false) @Nullable UUID export,
            HttpServletResponse response)
            throws IOException {
        TableFormat wanted = TableFormat.of(format);
        ReportDefinition definition = desk.definition(code);
        int down = levels(levels, definition);
        ReportView report =
                desk.compute(definition, new ReportRequest(unit, year, from, to, asOf, knownAt, cycle), response);
        long expected = progress.expected(report, down);
        progress.follow(export, expected, new DeepRows(desk, definition, units, report, down, response), counted -> {
            head(wanted, report.report() + "-" + report.unit().code(), expected, response);
            wanted.write(ReportExport.of(report, List.of(), counted), response.getOutputStream());
        });
    }

    private static int levels(@Nullable Integer levels, ReportDefinition definition) {
        int down = levels == null ? 1 : levels;
        if (down < 1 || down > MOST_LEVELS || down > 1 && definition.rows() != Dimension.UNIT) {
            throw ProblemException.unreadable(
                    "levels",
                    down + " levels cannot be told of this report",
                    "1 to " + MOST_LEVELS + ", and more than 1 only where the rows are units");
        }
        return down;
    }

    /** How far an export has come that the caller has named. */
    @GetMapping("/exports/{name}")
    ExportProgress.ProgressView progress(@PathVariable UUID name) {
        return progress.of(name);
    }

    /** The very figures that were published, with what they can be checked by. */
    @GetMapping("/published-reports/{id}/export")
    void published(@PathVariable UUID id, @RequestParam String format, HttpServletResponse response)
            throws IOException {
        TableFormat wanted = TableFormat.of(format);
        JsonNode file = JsonMapper.shared().readTree(published.file(id));
        ReportView report = JsonMapper.shared().treeToValue(file.at("/document/report"), ReportView.class);
        List<Line> proof = List.of(
                new Line("Mã báo cáo công bố", id.toString()),
                new Line("Công bố lúc", file.at("/document/publishedAt").asString()),
                new Line("SHA-256", file.at("/sha256").asString()),
                new Line("Khóa ký (Ed25519)", file.at("/signature/keyId").asString()),
                new Line("Chữ ký", file.at("/signature/value").asString()));
        ExportTable table = ReportExport.of(report, proof);
        progress.follow(null, report.rows().size(), table.rows(), _ -> {
            head(wanted, "bao-cao-" + id, report.rows().size(), response);
            wanted.write(table, response.getOutputStream());
        });
    }

    private static void head(TableFormat format, String name, long rows, HttpServletResponse response) {
        response.setContentType(format.mediaType());
        response.setHeader("Tusoi-Export-Rows", Long.toString(rows));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name.replaceAll("[^A-Za-z0-9.-]", "_") + "." + format.extension())
                        .build()
                        .toString());
    }
}
