package tusoi.platform.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.platform.inbox.ReadEvent.Version;
import tusoi.platform.persistence.SqlArrays;

/** Which versions were taken already, and what they said. */
final class SeenEvents {
    private final JdbcClient jdbc;

    SeenEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each version of the list must be there once. Returns those that were new. */
    Set<Version> add(List<ReadEvent> events) {
        return new HashSet<>(jdbc.sql("""
                        insert into platform.inbox_seen (aggregate_id, version, digest)
                        select * from unnest(?, ?, ?)
                        on conflict do nothing
                        returning aggregate_id, version
                        """)
                .param(SqlArrays.of("uuid", events, read -> read.event().aggregateId()))
                .param(SqlArrays.of("int8", events, read -> read.event().version()))
                .param(SqlArrays.of("uuid", events, ReadEvent::digest))
                .query((row, number) -> new Version(row.getObject(1, UUID.class), row.getLong(2)))
                .list());
    }

    Map<Version, UUID> digests(Collection<Version> versions) {
        var asked = List.copyOf(versions);
        var digests = new HashMap<Version, UUID>();
        jdbc.sql("""
                        select s.aggregate_id, s.version, s.digest
                        from platform.inbox_seen s
                        join unnest(?, ?) as asked(aggregate_id, version) using (aggregate_id, version)
                        """)
                .param(SqlArrays.of("uuid", asked, Version::aggregateId))
                .param(SqlArrays.of("int8", asked, Version::number))
                .query((row, number) -> digests.put(
                        new Version(row.getObject(1, UUID.class), row.getLong(2)), row.getObject(3, UUID.class)))
                .list();
        return digests;
    }
}
