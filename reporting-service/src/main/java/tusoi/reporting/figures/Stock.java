package tusoi.reporting.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.sums.Series;
import tusoi.reporting.sums.SumMeasure;

/**
 * Where a measure stands in the sums.
 *
 * @param cycle null where it is of none
 * @param day on which the facts hold
 * @param factDay the day that the facts are of, from which reorganisations may have taken their persons elsewhere
 * @param dimensions what the values told apart are, in their places
 * @param kept of the first of them, those that are counted; null where all are
 */
record Stock(
        SumMeasure measure,
        @Nullable UUID cycle,
        LocalDate day,
        LocalDate factDay,
        List<Dimension> dimensions,
        @Nullable Set<String> kept) {
    static Stock of(
            SumMeasure measure, @Nullable UUID cycle, LocalDate day, LocalDate factDay, List<Dimension> dimensions) {
        return new Stock(measure, cycle, day, factDay, dimensions, null);
    }

    Stock keeping(Set<String> which) {
        return new Stock(measure, cycle, day, factDay, dimensions, which);
    }

    boolean keeps(Series series) {
        return kept == null || kept.contains(String.valueOf(series.k1()));
    }

    /** The value of a dimension of these that a series has. */
    @Nullable
    String value(Series series, Dimension dimension) {
        return dimensions.indexOf(dimension) == 0 ? series.k1() : series.k2();
    }
}
