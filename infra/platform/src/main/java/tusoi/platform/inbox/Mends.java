package tusoi.platform.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.outbox.KeptMends;

/** The mends known so far, by the original's digest; few, so they are all in memory. */
final class Mends implements KeptMends {
    private static final String KEPT =
            "select topic, part, record_offset, digest, key, headers, payload, account_id, service from platform.mend";
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Map<String, Mend> byDigest = new ConcurrentHashMap<>(); // read ahead by another thread
    private final AtomicInteger changes = new AtomicInteger();

    Mends(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void load() {
        byDigest.clear();
        jdbc.sql(KEPT).query((row, number) -> mend(row)).list().forEach(mend -> byDigest.put(mend.digest(), mend));
    }

    private static Mend mend(ResultSet row) throws SQLException {
        return new Mend(
                row.getString(1),
                row.getInt(2),
                row.getLong(3),
                HexFormat.of().formatHex(row.getBytes(4)),
                row.getString(5),
                JsonMapper.shared().readValue(row.getString(6), HEADERS),
                row.getBytes(7),
                row.getObject(8, UUID.class),
                row.getString(9));
    }

    @Override
    public List<ProducerRecord<String, byte[]>> of(String topic) {
        return jdbc
                .sql(KEPT + " where topic = ? order by at")
                .param(topic)
                .query((row, number) -> mend(row))
                .list()
                .stream()
                .map(Mend::toRecord)
                .toList();
    }

    /** The mend of a record, if there is one. */
    @Nullable
    Mend of(Incoming record) {
        if (byDigest.isEmpty()) {
            return null;
        }
        return of(record.topic(), HexFormat.of().formatHex(Digests.ofRecord(record)));
    }

    @Nullable
    Mend of(String topic, String digest) {
        var mend = byDigest.get(digest);
        return mend != null && mend.topic().equals(topic) ? mend : null;
    }

    void add(Mend mend) {
        jdbc.sql("""
                        insert into platform.mend (topic, part, record_offset, digest, key, headers, payload, account_id, service)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?::uuid, ?)
                        on conflict (topic, digest) do update
                        set key = excluded.key, headers = excluded.headers, payload = excluded.payload,
                            account_id = excluded.account_id, service = excluded.service, at = clock_timestamp()
                        """)
                .params(Arrays.asList(
                        mend.topic(),
                        mend.partition(),
                        mend.offset(),
                        mend.digestBytes(),
                        mend.key(),
                        JsonMapper.shared().writeValueAsString(mend.headers()),
                        mend.payload(),
                        mend.account(),
                        mend.service()))
                .update();
        byDigest.put(mend.digest(), mend);
        changes.incrementAndGet();
    }

    int changes() {
        return changes.get();
    }
}
