package tusoi.journey.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Calls the gateway as any client would. A part that is away, or a limit, is waited out for two minutes with the same
 * Idempotency-Key, so that nothing is done twice. At most so many requests are under way at once.
 */
public final class Api {
    /** In the order of the names, so that a repeat is the same request to the byte. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final int LONGEST_KEY = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Set<Integer> COME_AGAIN = Set.of(429, 502, 503, 504);

    private final URI gateway;
    private final UnaryOperator<String> tokens;
    private final Semaphore underWay;
    private final AtomicLong requests = new AtomicLong();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param tokens a valid access token by user name */
    public Api(URI gateway, UnaryOperator<String> tokens, int requestsAtOnce) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.underWay = new Semaphore(requestsAtOnce);
    }

    public long requests() {
        return requests.get();
    }

    public Answer get(String user, String path) {
        return send(user, path, builder -> builder.GET());
    }

    /** A command; the same key gets the same answer. */
    public Answer post(String user, String path, Object body, String key) {
        return post(user, path, body, key, null);
    }

    /** A step of something that has a version. */
    public Answer post(String user, String path, Object body, String key, @Nullable String etag) {
        BodyPublisher json = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        return send(user, path, builder -> {
            HttpRequest.Builder post = builder.POST(json)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", shortened(key));
            return etag == null ? post : post.header("If-Match", etag);
        });
    }

    /** A file for an import. */
    public Answer upload(String user, String path, Upload upload, String key) {
        return send(user, path, builder -> builder.POST(BodyPublishers.ofByteArray(upload.bytes()))
                .header("Content-Type", upload.contentType())
                .header("Idempotency-Key", shortened(key)));
    }

    private Answer send(String user, String path, UnaryOperator<HttpRequest.Builder> request) {
        Instant until = Instant.now().plus(PATIENCE);
        while (true) {
            HttpResponse<byte[]> response = once(user, path, request, until);
            if (response != null && response.statusCode() < 300) {
                return answer(response);
            }
            if (response != null
                    && (!COME_AGAIN.contains(response.statusCode())
                            || Instant.now().isAfter(until))) {
                throw new Refused(
                        response.statusCode(),
                        response.request().method() + " " + path + " as " + user,
                        new String(response.body(), StandardCharsets.UTF_8));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Null where nobody answered and there is still time. */
    private @Nullable HttpResponse<byte[]> once(
            String user, String path, UnaryOperator<HttpRequest.Builder> request, Instant until) {
        underWay.acquireUninterruptibly();
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(gateway.resolve(path))
                    .timeout(TIMEOUT)
                    .header("Accept", "application/json")
                    .header("Authorization", "Bearer " + tokens.apply(user));
            requests.incrementAndGet();
            return http.send(request.apply(builder).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException away) {
            if (Instant.now().isAfter(until)) {
                throw new Refused(0, path + " as " + user, String.valueOf(away.getMessage()));
            }
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(0, path + " as " + user, "interrupted");
        } finally {
            underWay.release();
        }
    }

    /** The API takes a hundred characters; a longer key is named by a UUID. */
    private static String shortened(String key) {
        return key.length() <= LONGEST_KEY
                ? key
                : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        boolean json = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        JsonNode body = json && response.body().length > 0 ? JSON.readTree(response.body()) : MissingNode.getInstance();
        return new Answer(
                response.statusCode(),
                body,
                response.headers().firstValue("ETag").orElse(null),
                response.body());
    }
}
