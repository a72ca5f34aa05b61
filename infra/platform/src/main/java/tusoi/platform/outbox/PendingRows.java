package tusoi.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay's statements, all on the connection that holds its lock. */
final class PendingRows {
    private static final int BATCH_BYTES = 16 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String source;

    PendingRows(DataSource dataSource, String service) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.source = "/" + service + "-service";
    }

    /** The planner's statistics know nothing of a table that fills and empties: it has to use the indexes. */
    static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off;"
                    + " set jit = off; set synchronous_commit = off; set timezone = 'UTC'");
            statement.execute("listen tusoi_outbox");
            statement.execute("select platform.ensure_outbox_partitions()");
        }
    }

    /** In sequence, without parked rows and what waits behind them. */
    List<PendingRow> next(int rows) {
        return jdbc.sql("""
                        select seq, recorded_at, topic, key, latest, value,
                               event_id, type, aggregate_id, version, actor, traceparent, data
                        from (
                            select p.*, o.event_id, o.type, o.aggregate_id, o.version, o.actor, o.traceparent, o.data,
                                   sum(coalesce(octet_length(o.data), octet_length(p.value), 0))
                                       over (order by p.seq rows unbounded preceding) as bytes,
                                   row_number() over (order by p.seq) as number
                            from (
                                select * from platform.outbox_pending w
                                where not exists (select from platform.outbox_parked k where (k.topic, k.key) = (w.topic, w.key))
                                order by seq limit ?
                            ) p
                            left join lateral (
                                select * from platform.outbox j
                                where not p.latest and j.recorded_at = p.recorded_at and j.seq = p.seq
                            ) o on true
                        ) batch
                        where bytes <= ? or number = 1
                        order by seq
                        """)
                .param(rows)
                .param(BATCH_BYTES)
                .query((row, number) -> PendingRow.read(row, source))
                .list();
    }

    /** Removes what Kafka has, unless a resend has been asked for in between; then false. */
    boolean markSent(Collection<Long> seqs, Map<String, String> topicIds) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!topicIds(" for share").equals(topicIds)) {
                return false;
            }
            jdbc.sql("delete from platform.outbox_pending where seq = any(?)")
                    .param(new SqlArrayValue("int8", seqs.toArray()))
                    .update();
            return true;
        }));
    }

    void park(PendingRow row, String reason) {
        jdbc.sql(
                        "insert into platform.outbox_parked (seq, topic, key, reason) values (?, ?, ?, ?) on conflict do nothing")
                .param(row.seq())
                .param(row.message().topic())
                .param(row.message().key())
                .param(reason)
                .update();
    }

    Optional<Instant> oldestRecorded() {
        return jdbc.sql("select min(recorded_at) from platform.outbox_pending")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    Map<String, String> topicIds() {
        return topicIds("");
    }

    private Map<String, String> topicIds(String lock) {
        return jdbc
                .sql("select topic, topic_id from platform.topic" + lock)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void storeTopicId(String topic, String id) {
        jdbc.sql("insert into platform.topic (topic, topic_id) values (?, ?)")
                .param(topic)
                .param(id)
                .update();
    }
}
