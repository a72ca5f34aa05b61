package tusoi.reporting.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild.
 *
 * @param comparedThrough what was recorded up to here was compared
 * @param differences the tables that differ; none where both are equal or nothing was compared yet
 */
record RebuildRun(
        UUID id,
        State state,
        Instant startedAt,
        UUID startedBy,
        @Nullable Instant comparedAt,
        @Nullable Instant comparedThrough,
        @Nullable String liveSha256,
        @Nullable String shadowSha256,
        List<TableDifference> differences,
        @Nullable Instant endedAt,
        @Nullable UUID endedBy) {
    enum State {
        /** The shadow is being filled and has not caught up. */
        BUILDING,
        /** It has, and differs: it is kept and fed until an operator says whether it shall serve. */
        DIFFERENT,
        /** It had nothing to tell, and was thrown away. */
        EQUAL,
        SWITCHED,
        /** An operator threw it away. */
        DROPPED,
        /** It was begun under other migrations, and was thrown away. */
        ABANDONED
    }

    /**
     * @param rows how many rows are in one of both only, or differ
     * @param examples the first of them
     */
    record TableDifference(String table, long rows, List<RowDifference> examples) {}

    /**
     * @param aggregate whose row; of a table that is no fact's its first key
     * @param unit the unit of record, where the row has one
     * @param columns what differs, where the row is in both
     */
    record RowDifference(String aggregate, @Nullable UUID unit, Kind kind, List<String> columns) {}

    enum Kind {
        ONLY_LIVE,
        ONLY_REBUILT,
        CHANGED
    }
}
