package tusoi.reporting.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.reports.ReportView;
import tusoi.reporting.reports.ReportView.CellView;
import tusoi.reporting.reports.ReportView.RowView;

/** Figure by figure, what a report says otherwise than a former one. */
final class Changes {
    private Changes() {}

    /**
     * @param row the row's key, or {@code total} or {@code unplaced}
     * @param column the column's id
     * @param before null where there was no such figure, or it was absent
     */
    record Change(
            String row,
            String column,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {}

    static List<Change> between(ReportView former, ReportView later) {
        Map<List<String>, BigDecimal> before = cells(former);
        Map<List<String>, BigDecimal> after = cells(later);
        List<Change> changes = new ArrayList<>();
        after.forEach((place, value) -> {
            BigDecimal was = before.get(place);
            if (was == null || was.compareTo(value) != 0) {
                changes.add(new Change(place.getFirst(), place.getLast(), was, value));
            }
        });
        before.forEach((place, value) -> {
            if (!after.containsKey(place)) {
                changes.add(new Change(place.getFirst(), place.getLast(), value, null));
            }
        });
        return changes;
    }

    private static Map<List<String>, BigDecimal> cells(ReportView report) {
        Map<List<String>, BigDecimal> cells = new LinkedHashMap<>();
        for (RowView row : report.rows()) {
            String key = row.key() == null ? row.kind() : row.key();
            for (int place = 0; place < row.cells().size(); place++) {
                CellView cell = row.cells().get(place);
                BigDecimal value = cell.value();
                if (value != null) {
                    cells.put(List.of(key, report.columns().get(place).id()), value);
                }
            }
        }
        return cells;
    }
}
