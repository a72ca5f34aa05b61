package tusoi.reporting.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.Loader;

/** Knows every version of every aggregate, and so when each ended: with the recorded time of the next one known. */
@Component
class FactVersions {
    private final JdbcClient jdbc;

    FactVersions(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a batch brings: versions not seen before, and versions seen before that now end, or end earlier. */
    record Batch(List<Recorded> fresh, List<Ended> ended) {}

    record Ended(UUID aggregate, long version, Instant recordedTo) {}

    private record Key(UUID aggregate, long version) {}

    Batch admit(List<ReceivedEvent> events) {
        Map<UUID, TreeMap<Long, Instant>> known = known(events);
        List<ReceivedEvent> fresh = unseen(events, known);
        Set<Key> freshKeys = new HashSet<>();
        for (ReceivedEvent event : fresh) {
            freshKeys.add(new Key(event.aggregateId(), event.version()));
            versions(known, event.aggregateId()).put(event.version(), event.recordedAt());
        }
        List<Recorded> recorded = new ArrayList<>(fresh.size());
        List<Ended> ended = new ArrayList<>();
        for (ReceivedEvent event : fresh) {
            TreeMap<Long, Instant> versions = versions(known, event.aggregateId());
            Map.Entry<Long, Instant> next = versions.higherEntry(event.version());
            recorded.add(new Recorded(event, next == null ? null : next.getValue()));
            Map.Entry<Long, Instant> before = versions.lowerEntry(event.version());
            if (before != null && !freshKeys.contains(new Key(event.aggregateId(), before.getKey()))) {
                ended.add(new Ended(event.aggregateId(), before.getKey(), event.recordedAt()));
            }
        }
        insert(recorded);
        return new Batch(recorded, ended);
    }

    /** Sets the recorded end of versions seen before, in a table of rows by aggregate and version. */
    void end(String table, List<Ended> ended) {
        if (ended.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update %s as fact set recorded_to = ended.recorded_to
                          from unnest(cast(:aggregates as uuid[]), cast(:versions as bigint[]), cast(:ends as timestamptz[]))
                               as ended (aggregate_id, version, recorded_to)
                         where fact.aggregate_id = ended.aggregate_id and fact.version = ended.version
                        """.formatted(table))
                .param("aggregates", array(ended.stream().map(Ended::aggregate).toList()))
                .param("versions", array(ended.stream().map(Ended::version).toList()))
                .param("ends", array(ended.stream().map(Ended::recordedTo).toList()))
                .update();
    }

    void clear(String table) {
        jdbc.sql("truncate " + table).update();
    }

    private Map<UUID, TreeMap<Long, Instant>> known(List<ReceivedEvent> events) {
        Map<UUID, TreeMap<Long, Instant>> known = HashMap.newHashMap(events.size());
        jdbc.sql("""
                        select version.aggregate_id, version.version, version.recorded_from
                          from unnest(cast(:aggregates as uuid[])) as asked (aggregate_id)
                          join reporting.version using (aggregate_id)
                        """)
                .param(
                        "aggregates",
                        array(events.stream()
                                .map(ReceivedEvent::aggregateId)
                                .distinct()
                                .toList()))
                .query((ResultSet row) -> remember(known, row));
        return known;
    }

    private static void remember(Map<UUID, TreeMap<Long, Instant>> known, ResultSet row) throws SQLException {
        versions(known, row.getObject(1, UUID.class))
                .put(row.getLong(2), row.getObject(3, OffsetDateTime.class).toInstant());
    }

    private static List<ReceivedEvent> unseen(List<ReceivedEvent> events, Map<UUID, TreeMap<Long, Instant>> known) {
        Set<Key> taken = HashSet.newHashSet(events.size());
        return events.stream()
                .filter(event -> {
                    TreeMap<Long, Instant> versions = known.get(event.aggregateId());
                    return (versions == null || !versions.containsKey(event.version()))
                            && taken.add(new Key(event.aggregateId(), event.version()));
                })
                .toList();
    }

    private void insert(List<Recorded> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into reporting.version (aggregate_id, version, recorded_from, recorded_to)
                        select * from unnest(cast(:aggregates as uuid[]), cast(:versions as bigint[]),
                                             cast(:starts as timestamptz[]), cast(:ends as timestamptz[]))
                        """)
                .param(
                        "aggregates",
                        array(fresh.stream()
                                .map(one -> one.event().aggregateId())
                                .toList()))
                .param(
                        "versions",
                        array(fresh.stream().map(one -> one.event().version()).toList()))
                .param(
                        "starts",
                        array(fresh.stream()
                                .map(one -> one.event().recordedAt())
                                .toList()))
                .param(
                        "ends",
                        array(fresh.stream()
                                .map(one -> one.recordedTo() == null ? "infinity" : one.recordedTo())
                                .toList()))
                .update();
    }

    private static TreeMap<Long, Instant> versions(Map<UUID, TreeMap<Long, Instant>> known, UUID aggregate) {
        return known.computeIfAbsent(aggregate, _ -> new TreeMap<>());
    }

    private static String array(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
