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
import tusoi.reporting.exports.ExportTable.Line;
import tusoi.reporting.published.PublishedFiles;
import tusoi.reporting.reports.ReportDesk;
import tusoi.reporting.reports.ReportRequest;
import tusoi.reporting.reports.ReportView;

/** Reports as files, streamed: {@code csv}, {@code xlsx}, {@code docx} or {@code pdf}. */
@RestController
@RequestMapping("/api/reporting/v1")
class ExportsController {
    private final ReportDesk desk;
    private final PublishedFiles published;

    ExportsController(ReportDesk desk, PublishedFiles published) {
        this.desk = desk;
        this.published = published;
    }

    /** @param format {@code csv}, {@code xlsx}, {@code docx} or {@code pdf}; the others as in {@code GET /reports/{code}} */
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
            HttpServletResponse response)
            throws IOException {
        TableFormat wanted = TableFormat.of(format);
        ReportView report = desk.compute(
                desk.definition(code), new ReportRequest(unit, year, from, to, asOf, knownAt, cycle), response);
        write(wanted, report, List.of(), report.report() + "-" + report.unit().code(), response);
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
        write(wanted, report, proof, "bao-cao-" + id, response);
    }

    private static void write(
            TableFormat format, ReportView report, List<Line> proof, String name, HttpServletResponse response)
            throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader("Tusoi-Export-Rows", Integer.toString(report.rows().size()));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name.replaceAll("[^A-Za-z0-9.-]", "_") + "." + format.extension())
                        .build()
                        .toString());
        format.write(ReportExport.of(report, proof), response.getOutputStream());
    }
}
