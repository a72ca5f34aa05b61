package tusoi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.bench.NationQuestions.Question;

/** Asks a service for figures over HTTP, and compares what it answers. */
record Asked(URI address, String token, HttpClient http) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    static Asked of(URI address, String token) {
        return new Asked(
                address,
                token,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    String answer(Question question) throws IOException, InterruptedException {
        return get(question.query());
    }

    String get(String path) throws IOException, InterruptedException {
        return content(request(path).GET().build());
    }

    /** The other text where the answer is no success. */
    String getOr(String path, String otherwise) {
        try {
            HttpResponse<String> response =
                    http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? response.body() : otherwise;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
    }

    String post(String path) throws IOException, InterruptedException {
        return content(request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(AT_MOST)
                .header("Authorization", "Bearer " + token);
    }

    private String content(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(request.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** In words, how the answer is another one than these counts by state or grade; null where it is the same. */
    static @Nullable String difference(Question question, String answer, Map<String, Long> counts) {
        JsonNode figure = JSON.readTree(answer).path("figures").path(0);
        if (!figure.path("absent").isNull() && figure.path("numerator").isNull()) {
            // No unit of the tree, or nobody graded there.
            return counts.isEmpty() ? null : said(question, figure, counts);
        }
        Map<String, Long> kept = new TreeMap<>(counts);
        if (question.grades()) {
            kept.keySet().removeIf(grade -> !grade.equals("EXCELLENT") && !grade.equals("GOOD"));
            if (figure.path("denominator").asLong() != sum(counts)) {
                return said(question, figure, counts);
            }
        }
        boolean isSame = figure.path("numerator").asLong() == sum(kept);
        JsonNode breakdown = figure.path("breakdown");
        if (breakdown.isObject() && breakdown.path("restricted").isNull()) {
            Map<String, Long> parts = new TreeMap<>();
            breakdown.path("parts").forEach(part -> part.path("keys")
                    .forEach(key ->
                            parts.put(key.asString(), part.path("numerator").asLong())));
            parts.values().removeIf(amount -> amount == 0);
            isSame = isSame && parts.equals(kept) && breakdown.path("unplaced").asLong() == 0;
        }
        return isSame ? null : said(question, figure, counts);
    }

    private static String said(Question question, JsonNode figure, Map<String, Long> counts) {
        return question.query() + ": " + figure + " by the service, " + counts + " by plain SQL";
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
