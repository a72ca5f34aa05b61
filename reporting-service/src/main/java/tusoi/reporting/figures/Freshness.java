package tusoi.reporting.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/** Up to when which producer's facts are complete, and which facts these are. */
@Component
class Freshness {
    private final JdbcClient jdbc;

    Freshness(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param generation another one after a rebuild was put in the place of what served */
    record Facts(Map<String, Instant> completeThrough, long generation) {
        /** The smallest over these; {@link Instant#EPOCH} before the first. */
        Instant watermark(Set<String> producers) {
            return producers.stream()
                    .map(producer -> completeThrough.getOrDefault(producer, Instant.EPOCH))
                    .min(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        }
    }

    /** To be read before the facts that it vouches for. */
    Facts now() {
        Map<String, Instant> completeThrough = new HashMap<>();
        long[] generation = new long[1];
        jdbc.sql(
                        "select producer, complete_through, to_regclass('reporting.version')::oid::int8 from platform.freshness")
                .query(row -> {
                    completeThrough.put(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                    generation[0] = row.getLong(3);
                });
        return new Facts(completeThrough, generation[0]);
    }
}
