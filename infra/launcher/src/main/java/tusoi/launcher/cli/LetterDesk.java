package tusoi.launcher.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.launcher.installation.Layout;
import tusoi.launcher.installation.Platform;
import tusoi.launcher.parts.PartFailed;
import tusoi.launcher.parts.Waiting;

/** Dead letters of the services, through the gateway; and the options that every command on them has. */
final class LetterDesk {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SETTLED = Duration.ofSeconds(60);
    private static final int MOST = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--service", paramLabel = "SERVICE", description = "org, review, discipline or reporting alone")
    private @Nullable String service;

    @Option(names = "--user", paramLabel = "USER", description = "who asks (default: ${DEFAULT-VALUE})")
    private String user = "quantri";

    List<String> services() {
        var wanted = service;
        if (wanted != null && !Layout.SERVICES.contains(wanted)) {
            throw new PartFailed(
                    "no service is called " + wanted + "; the services: " + String.join(", ", Layout.SERVICES));
        }
        return wanted == null ? Layout.SERVICES : List.of(wanted);
    }

    /** Page by page, the first thousand. */
    List<JsonNode> list(Platform platform, String of, String query) {
        var found = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = body(send(platform, "GET", uri(platform, of, "?size=200" + query + after), null, 0));
            page.path("items").forEach(found::add);
            var next = page.path("next");
            after = next.isString() ? "&after=" + encoded(next.asString()) : "";
        } while (!after.isEmpty() && found.size() < MOST);
        return found;
    }

    /** Nothing where the service has no such letter. */
    Optional<JsonNode> find(Platform platform, String of, UUID letter) {
        var answer = send(platform, "GET", uri(platform, of, "/" + letter), null, 0);
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(body(answer));
    }

    /** Asks for it and waits for what comes of it. */
    JsonNode command(Platform platform, String of, JsonNode letter, String command, JsonNode sent) {
        var id = UUID.fromString(letter.path("id").asString());
        body(send(
                platform,
                "POST",
                uri(platform, of, "/" + id + "/" + command),
                sent.toString(),
                letter.path("version").asLong()));
        var last = new AtomicReference<JsonNode>(letter);
        Waiting.until(SETTLED, () -> {
            last.set(find(platform, of, id).orElse(letter));
            return Objects.requireNonNull(last.get())
                    .path("letter")
                    .path("asked")
                    .isNull();
        });
        return Objects.requireNonNull(last.get());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static URI uri(Platform platform, String of, String path) {
        return URI.create(platform.gateway() + "/api/" + of + "/v1/dead-letters" + path);
    }

    private static JsonNode body(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new PartFailed(answer.request().method() + " " + answer.uri() + " answers " + answer.statusCode()
                    + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(Platform platform, String method, URI uri, @Nullable String body, long version) {
        var request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + platform.users().token(user));
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .header("If-Match", "\"" + version + "\"")
                    .header("Idempotency-Key", UUID.randomUUID().toString());
        }
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new PartFailed(
                    "the gateway does not answer at " + platform.gateway() + ": is it up? (./tusoi up)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted; what was asked for goes on", e);
        }
    }
}
