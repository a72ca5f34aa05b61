package tusoi.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.testkit.TestTokens;

/** The service as its callers see it. */
public record Api(int port, JsonMapper json) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public Answer get(String subject, String path) {
        return send(request(path)
                .header("Authorization", TestTokens.bearer(subject))
                .GET());
    }

    public Answer post(String subject, String path, Object body, String... headers) {
        var request = request(path)
                .header("Authorization", TestTokens.bearer(subject))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Where its paths begin. */
    public String url() {
        return "http://127.0.0.1:" + port + "/api/review/v1";
    }

    public Answer getWithoutToken(String path) {
        return send(request(path).GET());
    }

    /** What the launcher asks before it lets anybody in. */
    public Answer readiness() {
        return send(at("/actuator/health/readiness").GET());
    }

    private HttpRequest.Builder request(String path) {
        return at("/api/review/v1" + path);
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode body = response.body().isBlank() ? json.nullNode() : json.readTree(response.body());
            return new Answer(
                    response.statusCode(), response.headers().firstValue("ETag").orElse(null), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An answer with its body as JSON. */
    public record Answer(int status, @Nullable String etag, JsonNode body) {
        public String code() {
            return body.path("code").asString();
        }

        public String id(String field) {
            return body.path(field).asString();
        }
    }

    public static String[] ifMatch(long version) {
        return new String[] {"If-Match", "\"" + version + "\""};
    }

    public static Map<String, Object> body(@Nullable Object... namesAndValues) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                body.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return body;
    }
}
