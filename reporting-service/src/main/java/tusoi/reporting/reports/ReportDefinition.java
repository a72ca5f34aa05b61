package tusoi.reporting.reports;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.indicators.Indicator;
import tusoi.reporting.indicators.Text;

/**
 * One standing report, as its file says it.
 *
 * @param code as in every request
 * @param version rises when the same question would get another table
 * @param rows what the rows are; null for one row alone
 */
public record ReportDefinition(
        String code,
        int version,
        Text title,
        Period period,
        @Nullable Dimension rows,
        List<Column> columns,
        List<Check> checks) {
    public ReportDefinition {
        columns = List.copyOf(columns);
        checks = List.copyOf(checks);
    }

    /** What a report is over. */
    public enum Period {
        /** From a day to a day, or a calendar year. */
        SPAN,
        /** The review cycles of a year, as they stand at the end of the last day. */
        CYCLE
    }

    /** What a column tells of a figure. */
    public enum Show {
        /** How many. */
        COUNT,
        /** Of how many. */
        OUT_OF,
        /** The first by the second. */
        PERCENT
    }

    /**
     * One indicator's columns.
     *
     * @param by a column for each value of this dimension; null for the figure itself
     * @param each asked of each row's unit by itself, as what crosses its boundary is no part of what crosses that of the unit above
     * @param parts those values with their titles, in order; where empty, whichever there are
     */
    public record Column(
            Indicator indicator,
            Text title,
            @Nullable Dimension by,
            boolean each,
            Map<String, Text> parts,
            List<Show> show) {
        public Column {
            show = List.copyOf(show);
        }
    }

    /** An equation that has to hold in every row: terms to be added, terms to be taken away, and what comes out. */
    public record Check(Text title, String says, List<String> added, List<String> taken, String result) {
        public Check {
            added = List.copyOf(added);
            taken = List.copyOf(taken);
        }

        public Stream<String> terms() {
            return Stream.of(added.stream(), taken.stream(), Stream.of(result)).flatMap(Function.identity());
        }
    }

    List<Indicator> indicators() {
        return columns.stream().map(Column::indicator).distinct().toList();
    }
}
