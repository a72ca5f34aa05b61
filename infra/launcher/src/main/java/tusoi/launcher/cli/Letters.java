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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tusoi.launcher.parts.PartFailed;

/** Dead letters of the services, through the gateway. */
record Letters(URI gateway, Supplier<String> token) {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SETTLED = Duration.ofSeconds(60);
    /** Each look is written down. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    static final int MOST = 1_000;

    /** Page by page, the first thousand or the page after that. */
    List<JsonNode> list(String of, String query) {
        var found = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = GatewayAnswers.body(send("GET", uri(of, "?size=200" + query + after), null, 0));
            page.path("items").forEach(found::add);
            var next = page.path("next");
            after = next.isString() ? "&after=" + encoded(next.asString()) : "";
        } while (!after.isEmpty() && found.size() < MOST);
        return found;
    }

    /** Nothing where the service has no such letter. */
    Optional<JsonNode> find(String of, UUID letter) {
        var answer = send("GET", uri(of, "/" + letter), null, 0);
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(GatewayAnswers.body(answer));
    }

    /** Asks for it and waits for what comes of it. */
    JsonNode command(String of, JsonNode letter, String command, JsonNode sent) {
        var id = UUID.fromString(letter.path("id").asString());
        GatewayAnswers.body(send(
                "POST",
                uri(of, "/" + id + "/" + command),
                sent.toString(),
                letter.path("version").asLong()));
        var end = System.nanoTime() + SETTLED.toNanos();
        JsonNode after;
        do {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            after = find(of, id)
                    .orElseThrow(() -> new PartFailed(of + " no longer has the letter " + id
                            + ": a rebuild has begun there, and meets it again if it cannot be taken"));
        } while (!after.at("/letter/asked").isNull() && System.nanoTime() < end);
        return after;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private URI uri(String of, String path) {
        return URI.create(gateway + "/api/" + of + "/v1/dead-letters" + path);
    }

    private HttpResponse<String> send(String method, URI uri, @Nullable String body, long version) {
        var request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).header("Authorization", "Bearer " + token.get());
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .header("If-Match", "\"" + version + "\"")
                    .header("Idempotency-Key", UUID.randomUUID().toString());
        }
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new PartFailed("the gateway does not answer at " + gateway + ": is it up? (./tusoi up)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted; what was asked for goes on", e);
        }
    }
}
