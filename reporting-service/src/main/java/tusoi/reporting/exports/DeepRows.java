package tusoi.reporting.exports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tusoi.reporting.reports.ReportDefinition;
import tusoi.reporting.reports.ReportDesk;
import tusoi.reporting.reports.ReportRequest;
import tusoi.reporting.reports.ReportView;
import tusoi.reporting.reports.ReportView.RowView;
import tusoi.scope.Units;

/**
 * The rows of a report and, after each, those of the same report of the row's unit, so many levels down: each is asked for when its turn
 * comes, all as known at one instant. What is held at a time is one report of each level.
 */
final class DeepRows implements ExportTable.Rows {
    private final ReportDesk desk;
    private final ReportDefinition definition;
    private final Units units;
    private final ReportView top;
    private final int levels;
    private final HttpServletResponse response;

    DeepRows(
            ReportDesk desk,
            ReportDefinition definition,
            Units units,
            ReportView top,
            int levels,
            HttpServletResponse response) {
        this.desk = desk;
        this.definition = definition;
        this.units = units;
        this.top = top;
        this.levels = levels;
        this.response = response;
    }

    @Override
    public void tell(ExportTable.RowWriter to) throws IOException {
        tell(top, 1, to);
        for (RowView row : top.rows()) {
            if (!row.kind().equals("part")) {
                to.write(ReportExport.row(row));
            }
        }
    }

    private void tell(ReportView report, int level, ExportTable.RowWriter to) throws IOException {
        for (RowView row : report.rows()) {
            String unit = row.key();
            if (row.kind().equals("part") && unit != null) {
                to.write(ReportExport.row(row));
                if (level < levels && isSuperior(unit)) {
                    tell(of(unit), level + 1, to);
                }
            }
        }
    }

    private boolean isSuperior(String unit) {
        return units.byCode(unit, top.asOf(), top.knownAt())
                .filter(found ->
                        !units.children(found.id(), top.asOf(), top.knownAt()).isEmpty())
                .isPresent();
    }

    private ReportView of(String unit) {
        return desk.compute(
                definition,
                new ReportRequest(
                        unit,
                        null,
                        top.from().toString(),
                        top.to().toString(),
                        top.asOf().toString(),
                        top.knownAt().toString(),
                        top.cycle()),
                response);
    }
}
