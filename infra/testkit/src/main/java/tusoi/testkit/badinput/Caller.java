package tusoi.testkit.badinput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends calls with a token. */
public final class Caller {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TOKEN = Duration.ofMinutes(1);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final Supplier<String> bearer;
    private String token = "";
    private long tokenSince;

    /** @param url of the service, with the base of its paths */
    public Caller(String url, Supplier<String> bearer) {
        this.url = url;
        this.bearer = bearer;
    }

    /** What came back; {@code body} is missing where it is no JSON. */
    record Answer(int status, String type, String text, JsonNode body) {
        boolean isRefusal() {
            return status >= 400;
        }
    }

    Answer send(Operation operation, Call call) {
        byte[] bytes = call.bytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + call.target(operation)))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", token())
                .method(
                        operation.method(),
                        bytes == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes));
        call.headers().forEach(request::header);
        try {
            Answer answer = answer(http.send(request.build(), BodyHandlers.ofString()));
            return operation.path().contains("/bulk") ? ofItems(answer) : answer;
        } catch (IOException e) {
            throw new UncheckedIOException(operation.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Signing one takes longer than most calls, and it lasts a few minutes. */
    private synchronized String token() {
        long now = System.nanoTime();
        if (token.isEmpty() || now - tokenSince > TOKEN.toNanos()) {
            token = bearer.get();
            tokenSince = now;
        }
        return token;
    }

    /** A bulk command refuses each item for itself: where none was taken, the first one's problem is the answer. */
    private static Answer ofItems(Answer answer) {
        JsonNode items = answer.body().path("items");
        boolean isRefused = answer.status() == 200
                && !items.isEmpty()
                && items.valueStream().allMatch(item -> item.path("status").asInt() >= 400);
        return isRefused
                ? new Answer(
                        items.path(0).path("status").asInt(),
                        "application/problem+json",
                        answer.text(),
                        items.path(0).path("body"))
                : answer;
    }

    private static Answer answer(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), type, response.body(), json(type, response.body()));
    }

    private static JsonNode json(String type, String text) {
        try {
            return type.contains("json") ? JSON.readTree(text) : JSON.missingNode();
        } catch (JacksonException none) {
            return JSON.missingNode();
        }
    }
}
