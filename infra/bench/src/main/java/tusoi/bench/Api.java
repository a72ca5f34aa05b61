package tusoi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.launcher.installation.Platform;

/** The public API, as an administrator's program would use it, past the gateway's rate limit. */
final class Api {
    static final String ADMINISTRATOR = "quantri";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BUSY = 503;
    private static final int AGAIN_AT_MOST = 10;
    private static final long FIRST_PAUSE_MILLIS = 50;
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Platform platform;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Api(Platform platform) {
        this.platform = platform;
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return answer(posting(path, body));
    }

    /**
     * As a program does that was told to come again in a moment: the same request under the same key, each time after twice the pause and a part of it
     * by chance.
     *
     * @return how often it was told so
     */
    int postAgainIfBusy(String path, Object body) throws IOException, InterruptedException {
        HttpRequest request = posting(path, body);
        for (int again = 0; ; again++) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != BUSY || again == AGAIN_AT_MOST) {
                content(request, response);
                return again;
            }
            long pause = FIRST_PAUSE_MILLIS << Math.min(again, 5);
            TimeUnit.MILLISECONDS.sleep(pause + ThreadLocalRandom.current().nextLong(pause));
        }
    }

    private HttpRequest posting(String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET().build());
    }

    JsonNode upload(String path, String unit, String fileName, String content)
            throws IOException, InterruptedException {
        String boundary = "tusoi-" + UUID.randomUUID();
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"unit\"\r\n\r\n" + unit + "\r\n--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return answer(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** A unit under another, at work since long. */
    String establish(String code, String parent, String level, String form) throws IOException, InterruptedException {
        LocalDate since = LocalDate.of(2010, 1, 1);
        return post(
                        "/api/org/v1/units",
                        Map.of(
                                "code", code,
                                "name", "Đơn vị đo " + code,
                                "level", level,
                                "form", form,
                                "parentId", parent,
                                "decision",
                                        Map.of("number", code, "body", "Đo", "signedOn", since, "effectiveOn", since)))
                .path("id")
                .asString();
    }

    /** Blocks until the figure is at least so high. */
    void awaitFigure(String unit, String indicator, LocalDate day, long numerator)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (numerator(unit, indicator, day) < numerator) {
            if (System.nanoTime() > deadline) {
                throw new IOException(indicator + " of " + unit + " did not reach " + numerator);
            }
        }
    }

    /** -1 where reporting-service has not heard of the unit. */
    long numerator(String unit, String indicator, LocalDate day) throws IOException, InterruptedException {
        HttpRequest asked = request("/api/reporting/v1/figures?unit=" + unit + "&indicators=" + indicator + "&from="
                        + day + "&to=" + day)
                .GET()
                .build();
        HttpResponse<String> response = http.send(asked, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 404) {
            return -1;
        }
        return content(asked, response)
                .path("figures")
                .path(0)
                .path("numerator")
                .asLong();
    }

    /** As a browser asks: through the gateway, for as long as the answer lasts. */
    HttpRequest throughGateway(String path) {
        return HttpRequest.newBuilder(platform.gateway().resolve(path))
                .header("Authorization", "Bearer " + platform.users().token(ADMINISTRATOR))
                .header("Accept", "text/event-stream")
                .build();
    }

    private HttpRequest.Builder request(String path) {
        String service = path.split("/")[2];
        URI base = platform.service(service);
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + platform.users().token(ADMINISTRATOR));
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        return content(request, http.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private static JsonNode content(HttpRequest request, HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException(request.method() + " " + request.uri() + " answered " + response.statusCode() + ": "
                    + response.body());
        }
        return JSON.readTree(response.body().isEmpty() ? "null" : response.body());
    }
}
