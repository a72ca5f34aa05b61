package tusoi.reporting.reports;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.figures.FiguresView;
import tusoi.reporting.figures.FiguresView.BreakdownView;
import tusoi.reporting.figures.FiguresView.FigureView;
import tusoi.reporting.indicators.Dimension;

/** The keys of a report's rows with their labels, blank where there is none, in the order in which the answers tell them. */
record Rows(Map<String, String> labels) {
    static Rows of(ReportDefinition report, Collection<FiguresView> answers) {
        Map<String, String> labels = new LinkedHashMap<>();
        Dimension rows = report.rows();
        if (rows != null) {
            for (FiguresView answer : answers) {
                answer.figures().stream()
                        .map(FigureView::breakdown)
                        .forEach(breakdown -> collect(rows.code(), breakdown, labels));
            }
        }
        return new Rows(labels);
    }

    private static void collect(String dimension, @Nullable BreakdownView breakdown, Map<String, String> labels) {
        if (breakdown != null && breakdown.by().contains(dimension)) {
            breakdown
                    .parts()
                    .forEach(part -> labels.putIfAbsent(
                            String.valueOf(part.keys().get(dimension)),
                            part.labels().getOrDefault(dimension, "")));
        }
    }
}
