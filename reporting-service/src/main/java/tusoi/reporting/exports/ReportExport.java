package tusoi.reporting.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.exports.ExportTable.Column;
import tusoi.reporting.exports.ExportTable.Kind;
import tusoi.reporting.exports.ExportTable.Line;
import tusoi.reporting.exports.ExportTable.Row;
import tusoi.reporting.reports.InVietnamese;
import tusoi.reporting.reports.ReportView;
import tusoi.reporting.reports.ReportView.RowView;

/** A report's table as one to be written. */
final class ReportExport {
    private ReportExport() {}

    /** @param proof what a published report is checked by; empty where it is not published */
    static ExportTable of(ReportView report, List<Line> proof) {
        return of(report, proof, to -> {
            for (RowView row : report.rows()) {
                to.write(row(row));
            }
        });
    }

    static ExportTable of(ReportView report, List<Line> proof, ExportTable.Rows rows) {
        List<Column> columns = new ArrayList<>(List.of(new Column("Mã", Kind.TEXT), new Column("Đơn vị", Kind.TEXT)));
        report.columns()
                .forEach(column -> columns.add(new Column(
                        InVietnamese.title(column), column.show().equals("percent") ? Kind.PERCENT : Kind.NUMBER)));
        String unit = String.valueOf(
                report.unit().name() == null
                        ? report.unit().code()
                        : report.unit().name());
        String span = "Từ ngày " + InVietnamese.day(report.from()) + " đến ngày " + InVietnamese.day(report.to());
        return new ExportTable(unit, report.title().vi(), span, columns, rows, certificate(report, proof));
    }

    static Row row(RowView row) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.key());
        cells.add(InVietnamese.name(row));
        row.cells().forEach(cell -> cells.add(cell.value() == null ? InVietnamese.absent(cell) : cell.value()));
        return new Row(cells, row.kind().equals("total"));
    }

    private static List<Line> certificate(ReportView report, List<Line> proof) {
        List<Line> lines = new ArrayList<>(List.of(
                new Line("Báo cáo", report.report() + ", phiên bản " + report.version()),
                new Line("Đơn vị", report.unit().code() + " (" + report.unit().id() + ")"),
                new Line("Kỳ báo cáo", InVietnamese.day(report.from()) + " – " + InVietnamese.day(report.to())),
                new Line("Đợt kiểm điểm", report.cycle()),
                new Line("Cây tổ chức của ngày", InVietnamese.day(report.asOf())),
                new Line("Dữ liệu được biết đến lúc", report.knownAt().toString()),
                new Line("Quy định áp dụng", InVietnamese.profiles(report)),
                new Line(
                        "Phiên bản chỉ tiêu",
                        report.columns().stream()
                                .map(column -> column.indicator() + " v" + column.definitionVersion())
                                .distinct()
                                .collect(Collectors.joining(", ")))));
        report.checks().forEach(check -> lines.add(new Line(check.title().vi(), InVietnamese.told(check))));
        lines.addAll(proof.isEmpty() ? List.of(new Line("Chữ ký", "chưa công bố, chưa ký")) : proof);
        return lines;
    }
}
