package tusoi.reporting.exports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tusoi.reporting.reports.ReportDefinition;
import tusoi.reporting.reports.ReportDesk;
import tusoi.reporting.reports.ReportView;
import tusoi.reporting.reports.ReportView.RowView;
import tusoi.scope.Units;
import tusoi.scope.Units.Unit;

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
        Map<String, UUID> superiors = level < levels ? superiors(report) : Map.of();
        for (RowView row : report.rows()) {
            String unit = row.key();
            if (row.kind().equals("part") && unit != null) {
                to.write(ReportExport.row(row));
                UUID superior = superiors.get(unit);
                if (superior != null) {
                    tell(desk.computeUnder(definition, top, superior, response), level + 1, to);
                }
            }
        }
    }

    /** Those under the report's unit that have units under them, by code. The unit itself, which may have a row of its own, is none of them. */
    private Map<String, UUID> superiors(ReportView report) {
        return children(report.unit().id()).stream()
                .filter(child -> !children(child.id()).isEmpty())
                .collect(Collectors.toMap(Unit::code, Unit::id));
    }

    private List<Unit> children(UUID unit) {
        return units.children(unit, top.asOf(), top.knownAt());
    }
}
