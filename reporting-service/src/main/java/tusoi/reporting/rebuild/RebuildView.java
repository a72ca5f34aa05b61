package tusoi.reporting.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.reporting.rebuild.RebuildRun.State;
import tusoi.reporting.rebuild.RebuildRun.TableDifference;

/**
 * A rebuild and how far it is.
 *
 * @param eventsRead records of the followed topics that the shadow has read; null once it is over
 * @param eventsOf as many as have been read by what serves
 * @param eventsPerSecond since its start
 * @param comparedThrough what was recorded up to here was compared
 * @param differences tables that differ, each with its first rows that do
 */
record RebuildView(
        UUID id,
        State state,
        Instant startedAt,
        UUID startedBy,
        @Nullable Long eventsRead,
        @Nullable Long eventsOf,
        @Nullable Long eventsPerSecond,
        @Nullable Instant comparedAt,
        @Nullable Instant comparedThrough,
        @Nullable String liveSha256,
        @Nullable String rebuiltSha256,
        List<TableDifference> differences,
        @Nullable Instant endedAt,
        @Nullable UUID endedBy) {}
