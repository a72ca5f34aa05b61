package tusoi.platform.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.problems.ProblemException;

/** What was answered under a key, in the same transaction as what was done. */
class Idempotency {
    static final Duration KEPT = Duration.ofHours(24);
    static final int WHOLE_REQUEST = -1;

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Supplier<Replays> replays;

    Idempotency(JdbcClient jdbc, JsonMapper json, Supplier<Replays> replays) {
        this.jdbc = jdbc;
        this.json = json;
        this.replays = replays;
    }

    /** One use of a key; the same use again must have the same hash. */
    record Use(UUID account, String route, String key, int item, byte[] requestHash) {}

    record Answer(int status, Map<String, String> headers, byte[] body) {}

    /**
     * Takes the key, or gives what was answered under it. Waits for another transaction that holds the same key; 503 where
     * that takes too long, 422 where the key was used for something else.
     */
    Optional<Answer> claim(Use use) {
        boolean claimed = jdbc.sql("""
                        insert into platform.idempotency as kept (account, route, key, item, request_hash)
                        values (:account, :route, :key, :item, :hash)
                        on conflict (account, route, key, item) do update
                           set request_hash = excluded.request_hash, status = null, headers = null, body = null,
                               created_at = excluded.created_at
                         where kept.created_at < clock_timestamp() - make_interval(hours => 24)
                        """)
                        .param("account", use.account())
                        .param("route", use.route())
                        .param("key", use.key())
                        .param("item", use.item())
                        .param("hash", use.requestHash())
                        .update()
                == 1;
        return claimed ? Optional.empty() : Optional.of(kept(use));
    }

    void keep(Use use, Answer answer) {
        jdbc.sql("""
                update platform.idempotency set status = :status, headers = :headers::jsonb, body = :body
                 where account = :account and route = :route and key = :key and item = :item
                """)
                .param("status", answer.status())
                .param("headers", json.writeValueAsString(answer.headers()))
                .param("body", answer.body())
                .param("account", use.account())
                .param("route", use.route())
                .param("key", use.key())
                .param("item", use.item())
                .update();
    }

    private Answer kept(Use use) {
        Row row = jdbc.sql("""
                select request_hash, status, headers::text, body from platform.idempotency
                 where account = :account and route = :route and key = :key and item = :item
                """)
                .param("account", use.account())
                .param("route", use.route())
                .param("key", use.key())
                .param("item", use.item())
                .query((rs, row1) -> new Row(rs.getBytes(1), rs.getInt(2), rs.getString(3), rs.getBytes(4)))
                .optional()
                .orElseThrow(Idempotency::inProgress);
        if (!Arrays.equals(row.hash(), use.requestHash())) {
            throw new ProblemException(
                    422,
                    "idempotency-key-reused",
                    "This key was used for another request",
                    "Idempotency-Key",
                    "Use a new key for a new request");
        }
        if (row.headers() == null) {
            throw inProgress();
        }
        replays.get().mustBeAllowed();
        return new Answer(
                row.status(), json.readValue(row.headers(), HEADERS), row.body() == null ? new byte[0] : row.body());
    }

    private static ProblemException inProgress() {
        return new ProblemException(
                409,
                "idempotency-in-progress",
                "A request with this key is running",
                "Idempotency-Key",
                "Repeat in a moment");
    }

    private record Row(byte[] hash, int status, @Nullable String headers, byte @Nullable [] body) {}
}
