package tusoi.reporting.facts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Copies;
import tusoi.platform.persistence.CopyRows;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.SqlArrays;

/** Knows every version of every aggregate, and so when each ended: with the recorded time of the next one known. */
@Component
class FactVersions {
    private static final String TABLE = "reporting.version";
    private static final List<String> COLUMNS = List.of("aggregate_id", "version", "recorded_from");

    private final JdbcClient jdbc;
    private final Copies copies;

    FactVersions(@Loader JdbcClient jdbc, Copies copies) {
        this.jdbc = jdbc;
        this.copies = copies;
    }

    /** What a batch brings: versions not seen before, and versions seen before that now end, or end earlier. */
    record Batch(List<Recorded> fresh, List<Ended> ended) {}

    record Ended(UUID aggregate, long version, Instant recordedTo) {}

    /** @param event null for one that is in the database */
    private record Version(
            UUID aggregate,
            long number,
            Instant recordedFrom,
            @Nullable ReceivedEvent event) implements Comparable<Version> {
        boolean isOfSame(Version other) {
            return aggregate.equals(other.aggregate);
        }

        @Override
        public int compareTo(Version other) {
            int byAggregate = aggregate.compareTo(other.aggregate);
            return byAggregate == 0 ? Long.compare(number, other.number) : byAggregate;
        }
    }

    Batch admit(List<ReceivedEvent> events) {
        List<Version> versions = inOrder(events);
        List<Recorded> fresh = new ArrayList<>(events.size());
        List<Ended> ended = new ArrayList<>();
        CopyRows rows = new CopyRows();
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            if (version.event() == null) {
                continue;
            }
            Version next = i + 1 < versions.size() ? versions.get(i + 1) : null;
            Instant end = next != null && next.isOfSame(version) ? next.recordedFrom() : Forever.INSTANT;
            fresh.add(new Recorded(version.event(), end));
            Version before = i > 0 ? versions.get(i - 1) : null;
            if (before != null && before.event() == null && before.isOfSame(version)) {
                ended.add(new Ended(before.aggregate(), before.number(), version.recordedFrom()));
            }
            rows.begin(COLUMNS.size());
            rows.add(version.aggregate());
            rows.add(version.number());
            rows.add(version.recordedFrom());
        }
        copies.into(TABLE, COLUMNS, rows);
        return new Batch(fresh, ended);
    }

    /** The versions that these aggregates have and those that come, by aggregate and number, each once. */
    private List<Version> inOrder(List<ReceivedEvent> events) {
        List<UUID> aggregates =
                events.stream().map(ReceivedEvent::aggregateId).distinct().toList();
        List<Version> all = new ArrayList<>(events.size());
        jdbc.sql("""
                        select version.aggregate_id, version.version, version.recorded_from
                          from unnest(?) as asked (aggregate_id)
                          join reporting.version using (aggregate_id)
                        """).param(SqlArrays.uuids(events, ReceivedEvent::aggregateId)).query(row -> {
            Instant recordedFrom = row.getObject(3, OffsetDateTime.class).toInstant();
            all.add(new Version(row.getObject(1, UUID.class), row.getLong(2), recordedFrom, null));
        });
        events.forEach(event -> all.add(new Version(event.aggregateId(), event.version(), event.recordedAt(), event)));
        Collections.sort(all); // stable: a version that is known stands before the same one come again
        List<Version> once = new ArrayList<>(all.size());
        all.forEach(version -> {
            if (once.isEmpty() || once.getLast().compareTo(version) != 0) {
                once.add(version);
            }
        });
        return once;
    }

    /** Sets the recorded end of versions seen before, in tables of rows by aggregate and version; of each that had any, the ends. */
    Map<FactTable, WrittenTimes> end(Set<FactTable> tables, List<Ended> ended) {
        Map<FactTable, WrittenTimes> written = new EnumMap<>(FactTable.class);
        if (ended.isEmpty()) {
            return written;
        }
        WrittenTimes ends = ended.stream()
                .map(one -> WrittenTimes.at(one.recordedTo()))
                .reduce(WrittenTimes::and)
                .orElseThrow();
        for (FactTable table : tables) {
            int rows = jdbc.sql("""
                            update %s as fact set recorded_to = ended.recorded_to
                              from unnest(?, ?, ?) as ended (aggregate_id, version, recorded_to)
                             where fact.aggregate_id = ended.aggregate_id and fact.version = ended.version
                            """.formatted(table.qualifiedName()))
                    .param(SqlArrays.uuids(ended, Ended::aggregate))
                    .param(SqlArrays.of("int8", ended, Ended::version))
                    .param(SqlArrays.of("timestamptz", ended, Ended::recordedTo))
                    .update();
            if (rows > 0) {
                written.put(table, ends);
            }
        }
        return written;
    }

    void clear(Set<FactTable> tables) {
        jdbc.sql("truncate " + TABLE).update();
        tables.forEach(table -> jdbc.sql("truncate " + table.qualifiedName()).update());
    }
}
