package tusoi.platform.inbox;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The mends known so far, by the original's digest; few, so they are all in memory. */
final class Mends {
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Map<String, Mend> byDigest = new ConcurrentHashMap<>(); // read ahead by another thread
    private final AtomicInteger changes = new AtomicInteger();

    Mends(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void load() {
        byDigest.clear();
        jdbc.sql("select topic, part, record_offset, digest, key, headers, payload from platform.mend")
                .query((row, number) -> new Mend(
                        row.getString(1),
                        row.getInt(2),
                        row.getLong(3),
                        HexFormat.of().formatHex(row.getBytes(4)),
                        row.getString(5),
                        JsonMapper.shared().readValue(row.getString(6), HEADERS),
                        row.getBytes(7)))
                .list()
                .forEach(mend -> byDigest.put(mend.digest(), mend));
    }

    /** The mend of a record, if there is one. */
    @Nullable
    Mend of(Incoming record) {
        if (byDigest.isEmpty()) {
            return null;
        }
        var mend = byDigest.get(HexFormat.of().formatHex(Digests.ofRecord(record)));
        return mend != null && mend.topic().equals(record.topic()) ? mend : null;
    }

    void add(Mend mend) {
        jdbc.sql("""
                        insert into platform.mend (topic, part, record_offset, digest, key, headers, payload)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?)
                        on conflict (topic, digest) do update
                        set key = excluded.key, headers = excluded.headers, payload = excluded.payload, at = clock_timestamp()
                        """)
                .params(Arrays.asList(
                        mend.topic(),
                        mend.partition(),
                        mend.offset(),
                        mend.digestBytes(),
                        mend.key(),
                        JsonMapper.shared().writeValueAsString(mend.headers()),
                        mend.payload()))
                .update();
        byDigest.put(mend.digest(), mend);
        changes.incrementAndGet();
    }

    int changes() {
        return changes.get();
    }
}
