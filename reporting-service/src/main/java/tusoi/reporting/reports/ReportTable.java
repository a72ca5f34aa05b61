package tusoi.reporting.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.figures.FiguresView;
import tusoi.reporting.figures.FiguresView.FigureView;
import tusoi.reporting.figures.FiguresView.PartView;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Text;
import tusoi.reporting.reports.ReportDefinition.Check;
import tusoi.reporting.reports.ReportDefinition.Column;
import tusoi.reporting.reports.ReportDefinition.Show;
import tusoi.reporting.reports.ReportView.CellView;
import tusoi.reporting.reports.ReportView.CheckView;
import tusoi.reporting.reports.ReportView.ColumnView;
import tusoi.reporting.reports.ReportView.DifferenceView;
import tusoi.reporting.reports.ReportView.RowView;
import tusoi.reporting.reports.ReportView.UnitView;

/** Puts the answers to a report's questions together as one table. */
final class ReportTable {
    private final ReportDefinition report;
    private final Rows rows;
    private final Map<List<Dimension>, FiguresView> answers;
    private final Map<String, FiguresView> ofEach;
    private final List<ColumnCells> columns = new ArrayList<>();

    /** @param ofEach answers for the rows' units by themselves, by their codes */
    ReportTable(
            ReportDefinition report,
            Rows rows,
            Map<List<Dimension>, FiguresView> answers,
            Map<String, FiguresView> ofEach) {
        this.report = report;
        this.rows = rows;
        this.answers = answers;
        this.ofEach = ofEach;
        report.columns().forEach(this::add);
    }

    ReportView view(FiguresView first) {
        List<RowView> table = new ArrayList<>();
        rows.labels()
                .forEach((key, label) -> table.add(new RowView(
                        "part",
                        key,
                        label.isEmpty() ? null : label,
                        columns.stream().map(column -> column.cell(key)).toList())));
        if (columns.stream().anyMatch(ColumnCells::hasUnplaced)) {
            table.add(new RowView(
                    "unplaced",
                    null,
                    null,
                    columns.stream().map(ColumnCells::unplaced).toList()));
        }
        table.add(new RowView(
                "total", null, null, columns.stream().map(ColumnCells::total).toList()));
        return new ReportView(
                report.code(),
                report.version(),
                report.title(),
                new UnitView(
                        first.unit().id(),
                        first.unit().code(),
                        first.unit().name(),
                        first.unit().level()),
                first.span().from(),
                first.span().to(),
                first.asOf(),
                first.knownAt(),
                first.cycle(),
                report.rows() == null ? null : report.rows().code(),
                columns.stream().map(ColumnCells::view).toList(),
                table,
                report.checks().stream().map(check -> checked(check, table)).toList());
    }

    private void add(Column column) {
        if (column.each()) {
            FigureView whole = figure(answers.get(List.of()), column);
            Map<String, FigureView> parts = new LinkedHashMap<>();
            ofEach.forEach((unit, answer) -> parts.put(unit, figure(answer, column)));
            column.show()
                    .forEach(show -> columns.add(
                            ColumnCells.ofEach(columnView(column, whole, null, null, show), show, whole, parts)));
            return;
        }
        if (column.by() == null) {
            FigureView figure = figure(report.rows() == null ? List.of() : List.of(report.rows()), column);
            for (Show show : column.show()) {
                columns.add(ColumnCells.of(columnView(column, figure, null, null, show), show, figure, rowsOf(figure)));
            }
            return;
        }
        Dimension by = column.by();
        FigureView totals = figure(List.of(by), column);
        FigureView crossed = report.rows() == null ? null : figure(List.of(report.rows(), by), column);
        values(column, totals).forEach((value, title) -> {
            for (Show show : column.show()) {
                columns.add(ColumnCells.ofPart(
                        columnView(column, totals, value, title, show), show, totals, crossed, by, report.rows()));
            }
        });
    }

    private Map<String, PartView> rowsOf(FigureView figure) {
        Map<String, PartView> parts = new LinkedHashMap<>();
        Dimension rows = report.rows();
        if (rows != null && figure.breakdown() != null) {
            figure.breakdown()
                    .parts()
                    .forEach(part -> parts.put(String.valueOf(part.keys().get(rows.code())), part));
        }
        return parts;
    }

    /** The values that get columns: those that the file lists, or whichever there are. */
    private static Map<String, Text> values(Column column, FigureView totals) {
        if (!column.parts().isEmpty() || totals.breakdown() == null || column.by() == null) {
            return column.parts();
        }
        Map<String, Text> values = new LinkedHashMap<>();
        String dimension = column.by().code();
        totals.breakdown().parts().forEach(part -> {
            String code = String.valueOf(part.keys().get(dimension));
            String label = part.labels().getOrDefault(dimension, code);
            values.put(code, new Text(label, label));
        });
        return values;
    }

    private FigureView figure(List<Dimension> by, Column column) {
        return figure(answers.get(by), column);
    }

    private static FigureView figure(@Nullable FiguresView answer, Column column) {
        if (answer != null) {
            for (FigureView figure : answer.figures()) {
                if (figure.indicator().equals(column.indicator().id())) {
                    return figure;
                }
            }
        }
        throw new IllegalStateException(column.indicator().id() + " was not asked for");
    }

    private static ColumnView columnView(
            Column column, FigureView figure, @Nullable String part, @Nullable Text partTitle, Show show) {
        String shown = show.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        String id = figure.indicator() + (part == null ? "" : ":" + part) + (show == Show.COUNT ? "" : ":" + shown);
        return new ColumnView(
                id,
                figure.indicator(),
                figure.definitionVersion(),
                part,
                shown,
                column.title(),
                partTitle,
                show == Show.COUNT ? null : figure.denominatorName(),
                figure.profile());
    }

    private CheckView checked(Check check, List<RowView> table) {
        List<DifferenceView> differences = new ArrayList<>();
        int told = 0;
        for (RowView row : table) {
            BigDecimal found = value(row, check.result());
            BigDecimal expected = expected(row, check);
            if (!row.kind().equals("unplaced") && found != null && expected != null) {
                told++;
                if (found.compareTo(expected) != 0) {
                    differences.add(new DifferenceView(row.key(), expected, found));
                }
            }
        }
        return new CheckView(check.title(), check.says(), told > 0 && differences.isEmpty(), told, differences);
    }

    private @Nullable BigDecimal expected(RowView row, Check check) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String term : check.terms()
                .toList()
                .subList(0, check.added().size() + check.taken().size())) {
            BigDecimal value = value(row, term);
            if (value == null) {
                return null;
            }
            sum = check.added().contains(term) ? sum.add(value) : sum.subtract(value);
        }
        return sum;
    }

    private @Nullable BigDecimal value(RowView row, String indicator) {
        for (int place = 0; place < columns.size(); place++) {
            if (columns.get(place).view().id().equals(indicator)) {
                CellView cell = row.cells().get(place);
                return cell.value();
            }
        }
        return null;
    }
}
