package tusoi.platform.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.inbox.ReadEvent.Version;
import tusoi.platform.persistence.Copies;
import tusoi.platform.persistence.CopyRows;
import tusoi.platform.persistence.SqlArrays;

/** Which versions were taken already, and what they said. */
final class SeenEvents {
    private static final String TABLE = "platform.inbox_seen";
    private static final List<String> COLUMNS = List.of("aggregate_id", "version", "digest");

    private final JdbcClient jdbc;
    private final Copies copies;
    private final TransactionOperations savepoint;

    SeenEvents(JdbcClient jdbc, Copies copies, TransactionOperations savepoint) {
        this.jdbc = jdbc;
        this.copies = copies;
        this.savepoint = savepoint;
    }

    /** Adds those that were not seen. Returns the others, as a rule none, each as often as it is there in excess. */
    Map<Version, Integer> add(List<ReadEvent> events) {
        var rows = new CopyRows();
        events.forEach(read -> {
            rows.begin(COLUMNS.size());
            rows.add(read.event().aggregateId());
            rows.add(read.event().version());
            rows.add(read.digest());
        });
        try {
            savepoint.executeWithoutResult(status -> copies.into(TABLE, COLUMNS, rows));
            return new HashMap<>();
        } catch (DuplicateKeyException someWereSeen) {
            return addNew(events);
        }
    }

    private Map<Version, Integer> addNew(List<ReadEvent> events) {
        var repeated = new HashMap<Version, Integer>();
        jdbc.sql("""
                        with given as materialized (
                            select * from unnest(?, ?, ?) as given(aggregate_id, version, digest)
                        ), added as (
                            insert into platform.inbox_seen (aggregate_id, version, digest)
                            select * from given
                            on conflict do nothing
                            returning aggregate_id, version
                        )
                        select aggregate_id, version from given
                        except all
                        select aggregate_id, version from added
                        """)
                .param(SqlArrays.uuids(events, read -> read.event().aggregateId()))
                .param(SqlArrays.of("int8", events, read -> read.event().version()))
                .param(SqlArrays.uuids(events, ReadEvent::digest))
                .query((row, number) ->
                        repeated.merge(new Version(row.getObject(1, UUID.class), row.getLong(2)), 1, Integer::sum))
                .list();
        return repeated;
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
