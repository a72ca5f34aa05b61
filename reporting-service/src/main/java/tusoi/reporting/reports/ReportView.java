package tusoi.reporting.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.indicators.Text;

/** A report's table. It repeats what was asked with every default filled in and holds no time of its own: it can be compared to the byte. */
public record ReportView(
        String report,
        int version,
        Text title,
        UnitView unit,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        Instant knownAt,
        String cycle,
        @Nullable String rowsBy,
        List<ColumnView> columns,
        List<RowView> rows,
        List<CheckView> checks) {

    /** The unit asked for, as it stood in the tree of the day; only its id where it did not. */
    public record UnitView(
            UUID id,
            @Nullable String code,
            @Nullable String name,
            @Nullable String level) {}

    /**
     * @param id of the cells: {@code member.count}, {@code review.member-grades:GOOD:percent}
     * @param part the value of the indicator's dimension that the column is of
     * @param show {@code count}, {@code out-of} or {@code percent}; a percent is kept as a ratio, unrounded
     * @param profile the rule profile that decided, where one did
     */
    public record ColumnView(
            String id,
            String indicator,
            int definitionVersion,
            @Nullable String part,
            String show,
            Text title,
            @Nullable Text partTitle,
            @Nullable String denominatorName,
            @Nullable String profile) {}

    /**
     * @param kind {@code part}, {@code unplaced} for facts that have no place in the tree of the day, {@code total}
     * @param key the row dimension's value, a unit's code for one
     * @param cells as the columns are
     */
    public record RowView(
            String kind, @Nullable String key, @Nullable String label, List<CellView> cells) {}

    /**
     * @param absent why the value is not there; {@code restricted:MEMBER_READ} names the right that is missing for parts under five
     *     below the base
     */
    public record CellView(
            @Nullable BigDecimal value, @Nullable String absent) {}

    /**
     * @param holds in every row whose terms are all told; not where there is no such row
     * @param rows how many those are
     * @param differences where it does not
     */
    public record CheckView(Text title, String says, boolean holds, int rows, List<DifferenceView> differences) {}

    public record DifferenceView(@Nullable String row, BigDecimal expected, BigDecimal found) {}
}
