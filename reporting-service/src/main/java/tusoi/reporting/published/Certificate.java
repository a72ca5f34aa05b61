package tusoi.reporting.published;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.reporting.reports.InVietnamese;
import tusoi.reporting.reports.ReportView;
import tusoi.reporting.reports.ReportView.CellView;
import tusoi.reporting.reports.ReportView.ColumnView;
import tusoi.reporting.reports.ReportView.RowView;

/** The page that goes with a published report on paper. Whatever came from outside is escaped. */
final class Certificate {
    private static final String STYLE = """
            @page { size: A4 landscape; margin: 20mm 15mm 20mm 20mm }
            body { font: 13pt/1.35 "Times New Roman", "Liberation Serif", serif; margin: 2em auto; max-width: 70em; padding: 0 1em; color: #000 }
            header { display: flex; justify-content: space-between; text-align: center }
            h1 { font-size: 15pt; text-align: center; text-transform: uppercase; margin: 1.5em 0 .2em }
            h2 { font-size: 13pt }
            p.span { text-align: center; font-style: italic; margin-top: 0 }
            table.figures { border-collapse: collapse; width: 100%; font-size: 11pt }
            table.figures th, table.figures td { border: 1px solid #000; padding: 2px 5px }
            table.figures td { text-align: right } table.figures td.name { text-align: left }
            tr.total { font-weight: bold } thead { display: table-header-group } tr { break-inside: avoid }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 1em; font-size: 11pt }
            dd { margin: 0; overflow-wrap: anywhere } .mono { font-family: "Liberation Mono", monospace; font-size: 10pt }
            """;

    private Certificate() {}

    static String page(PublishedReport meta, String file) {
        JsonNode signed = JsonMapper.shared().readTree(file);
        JsonNode document = signed.path("document");
        ReportView report = JsonMapper.shared().treeToValue(document.path("report"), ReportView.class);
        StringBuilder html = new StringBuilder();
        html.append("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(report.title().vi()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<header><div>")
                .append(escaped(report.unit().name()))
                .append("<br>*</div><div><b>ĐẢNG CỘNG SẢN VIỆT NAM</b></div></header>\n<h1>")
                .append(escaped(report.title().vi()))
                .append("</h1>\n<p class=\"span\">Từ ngày ")
                .append(InVietnamese.day(report.from()))
                .append(" đến ngày ")
                .append(InVietnamese.day(report.to()))
                .append("</p>\n");
        table(report, html);
        report.checks().forEach(check -> html.append("<p>")
                .append(escaped(check.title().vi()))
                .append(": ")
                .append(InVietnamese.told(check))
                .append(".</p>\n"));
        correction(document.path("corrects"), html);
        proof(meta, report, html);
        return html.append("</body></html>\n").toString();
    }

    private static void table(ReportView report, StringBuilder html) {
        html.append("<table class=\"figures\"><thead><tr><th>Đơn vị</th>");
        report.columns().forEach(column -> html.append("<th>")
                .append(escaped(InVietnamese.title(column)))
                .append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (RowView row : report.rows()) {
            html.append("<tr class=\"")
                    .append(row.kind())
                    .append("\"><td class=\"name\">")
                    .append(escaped(InVietnamese.name(row)))
                    .append("</td>");
            for (int place = 0; place < row.cells().size(); place++) {
                html.append("<td>")
                        .append(cell(row.cells().get(place), report.columns().get(place)))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table>\n");
    }

    private static void correction(JsonNode corrects, StringBuilder html) {
        if (!corrects.isObject()) {
            return;
        }
        html.append("<h2>Đính chính báo cáo ")
                .append(escaped(corrects.path("id").asString("")))
                .append("</h2>\n<p>Lý do: ")
                .append(escaped(corrects.path("reason").asString("")))
                .append("</p>\n<table class=\"figures\"><thead><tr><th>Đơn vị</th><th>Chỉ tiêu</th><th>Đã công bố</th>")
                .append("<th>Nay là</th></tr></thead><tbody>\n");
        corrects.path("changes").forEach(change -> html.append("<tr><td class=\"name\">")
                .append(escaped(change.path("row").asString("")))
                .append("</td><td class=\"name\">")
                .append(escaped(change.path("column").asString("")))
                .append("</td><td>")
                .append(escaped(change.path("before").asString("…")))
                .append("</td><td>")
                .append(escaped(change.path("after").asString("…")))
                .append("</td></tr>\n"));
        html.append("</tbody></table>\n<p>Dữ liệu ghi nhận giữa hai thời điểm: ");
        corrects.path("recordedMeanwhile")
                .forEach(recorded -> html.append(escaped(recorded.path("fact").asString("")))
                        .append(' ')
                        .append(escaped(recorded.path("unit").asString("")))
                        .append(" (")
                        .append(recorded.path("aggregates").asInt())
                        .append("); "));
        html.append("</p>\n");
    }

    private static void proof(PublishedReport meta, ReportView report, StringBuilder html) {
        html.append("<h2>Chứng thực</h2>\n<dl>\n");
        line(html, "Mã báo cáo công bố", meta.id().toString());
        line(html, "Công bố lúc", InVietnamese.moment(meta.publishedAt()));
        line(html, "Dữ liệu được biết đến lúc", InVietnamese.moment(meta.knownAt()));
        line(html, "Cây tổ chức của ngày", InVietnamese.day(meta.asOf()));
        line(html, "Quy định áp dụng", InVietnamese.profiles(report));
        line(
                html,
                "Đính chính cho",
                meta.replaces() == null ? "–" : meta.replaces().toString());
        line(
                html,
                "Đã được đính chính bởi",
                meta.replacedBy() == null ? "–" : meta.replacedBy().toString());
        line(html, "SHA-256", meta.sha256());
        line(html, "Khóa ký (Ed25519)", meta.keyId());
        html.append("</dl>\n<p>Kiểm tra không cần mạng: <span class=\"mono\">./tusoi verify bao-cao-")
                .append(meta.id())
                .append(".json --key-id ")
                .append(escaped(meta.keyId()))
                .append("</span></p>\n");
    }

    private static void line(StringBuilder html, String name, String value) {
        html.append("<dt>")
                .append(name)
                .append("</dt><dd class=\"mono\">")
                .append(escaped(value))
                .append("</dd>\n");
    }

    private static String cell(CellView cell, ColumnView column) {
        return cell.value() == null
                ? "<span title=\"" + escaped(cell.absent()) + "\">" + escaped(InVietnamese.absent(cell)) + "</span>"
                : InVietnamese.shown(cell, column);
    }

    private static String escaped(@Nullable String text) {
        return text == null ? "" : HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
