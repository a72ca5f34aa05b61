package tusoi.platform.inbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the inbox has adopted; within a transaction, read it before the rows that it vouches for. */
final class DatabaseWatermarks implements Watermarks {
    private final JdbcClient jdbc;
    private final Set<String> producers;

    DatabaseWatermarks(JdbcClient jdbc, Set<String> producers) {
        this.jdbc = jdbc;
        this.producers = producers;
    }

    @Override
    public Instant completeThrough() {
        return completeThrough(producers);
    }

    @Override
    public Instant completeThrough(Set<String> wanted) {
        var known = byProducer();
        return wanted.stream()
                .map(producer -> known.getOrDefault(producer, Instant.EPOCH))
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    @Override
    public Map<String, Instant> byProducer() {
        var known = new TreeMap<String, Instant>();
        producers.forEach(producer -> known.put(producer, Instant.EPOCH));
        jdbc.sql("select producer, complete_through from platform.freshness")
                .query((row, number) -> Map.entry(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list()
                .forEach(entry -> known.replace(entry.getKey(), entry.getValue()));
        return known;
    }
}
