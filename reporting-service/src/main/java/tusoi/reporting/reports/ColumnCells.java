package tusoi.reporting.reports;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.figures.FiguresView.BreakdownView;
import tusoi.reporting.figures.FiguresView.FigureView;
import tusoi.reporting.figures.FiguresView.PartView;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.reports.ReportDefinition.Show;
import tusoi.reporting.reports.ReportView.CellView;
import tusoi.reporting.reports.ReportView.ColumnView;

/**
 * One column: a cell for each row's key, one for what is unplaced, one for the whole.
 *
 * @param missing the cell of a row that the answer does not tell of
 */
record ColumnCells(ColumnView view, Map<String, CellView> cells, CellView missing, CellView unplaced, CellView total) {

    /** The figure itself. */
    static ColumnCells of(ColumnView view, Show show, FigureView figure, Map<String, PartView> parts) {
        CellView total = new CellView(shown(show, figure), why(show, figure));
        Map<String, CellView> cells = new HashMap<>();
        parts.forEach((key, part) -> cells.put(key, cell(show, part)));
        BreakdownView breakdown = figure.breakdown();
        CellView unplaced = breakdown == null || show != Show.COUNT
                ? new CellView(null, "not-told")
                : new CellView(breakdown.unplaced(), null);
        return new ColumnCells(view, cells, missing(show, figure, breakdown), unplaced, total);
    }

    /** The figure of each row's unit by itself. */
    static ColumnCells ofEach(ColumnView view, Show show, FigureView whole, Map<String, FigureView> parts) {
        Map<String, CellView> cells = new HashMap<>();
        parts.forEach((key, part) -> cells.put(key, new CellView(shown(show, part), why(show, part))));
        CellView notTold = new CellView(null, "not-told");
        return new ColumnCells(view, cells, notTold, notTold, new CellView(shown(show, whole), why(show, whole)));
    }

    /** The part of the figure that has one value of a dimension. */
    static ColumnCells ofPart(
            ColumnView view,
            Show show,
            FigureView totals,
            @Nullable FigureView crossed,
            Dimension by,
            @Nullable Dimension rows) {
        String value = String.valueOf(view.part());
        CellView total = missing(show, totals, totals.breakdown());
        Map<String, CellView> cells = new HashMap<>();
        BigDecimal placed = BigDecimal.ZERO;
        if (totals.breakdown() != null) {
            for (PartView part : totals.breakdown().parts()) {
                total = value.equals(part.keys().get(by.code())) ? cell(show, part) : total;
            }
        }
        BreakdownView breakdown = crossed == null ? null : crossed.breakdown();
        if (breakdown != null && rows != null) {
            for (PartView part : breakdown.parts()) {
                if (value.equals(part.keys().get(by.code()))) {
                    cells.put(String.valueOf(part.keys().get(rows.code())), cell(show, part));
                    placed = placed.add(part.numerator());
                }
            }
        }
        boolean isTold =
                show == Show.COUNT && breakdown != null && breakdown.additive() && breakdown.restricted() == null;
        CellView unplaced = isTold && total.value() != null
                ? new CellView(total.value().subtract(placed), null)
                : new CellView(null, "not-told");
        return new ColumnCells(
                view, cells, crossed == null ? total : missing(show, crossed, breakdown), unplaced, total);
    }

    CellView cell(String key) {
        return cells.getOrDefault(key, missing);
    }

    boolean hasUnplaced() {
        return unplaced.value() != null && unplaced.value().signum() != 0;
    }

    /** Nothing is told of a part without facts, but that there are none. */
    private static CellView missing(Show show, FigureView figure, @Nullable BreakdownView breakdown) {
        if (figure.numerator() == null) {
            return new CellView(null, figure.absent());
        }
        if (breakdown != null && breakdown.restricted() != null) {
            return new CellView(null, "restricted:" + breakdown.restricted());
        }
        return show == Show.COUNT ? new CellView(BigDecimal.ZERO, null) : new CellView(null, "not-told");
    }

    private static CellView cell(Show show, PartView part) {
        BigDecimal value =
                switch (show) {
                    case COUNT -> part.numerator();
                    case OUT_OF -> part.denominator();
                    case PERCENT -> part.ratio();
                };
        return new CellView(value, value == null ? reason(show, part.denominator()) : null);
    }

    private static @Nullable BigDecimal shown(Show show, FigureView figure) {
        return switch (show) {
            case COUNT -> figure.numerator();
            case OUT_OF -> figure.denominator();
            case PERCENT -> figure.ratio();
        };
    }

    private static @Nullable String why(Show show, FigureView figure) {
        return shown(show, figure) != null
                ? null
                : figure.absent() != null ? figure.absent() : reason(show, figure.denominator());
    }

    private static String reason(Show show, @Nullable BigDecimal denominator) {
        return show == Show.PERCENT && denominator != null && denominator.signum() == 0
                ? "denominator-is-zero"
                : "no-denominator";
    }
}
