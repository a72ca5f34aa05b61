package tusoi.reporting.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.testkit.TestTokens;

/** A browser's page with an EventSource, over a socket of its own. */
final class Page implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final HttpResponse<InputStream> response;

    /** {@code closed} where the stream has ended. */
    record Event(String name, JsonNode data) {}

    private Page(HttpRequest request) throws IOException, InterruptedException {
        response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    static Page open(int port, String subject, String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/reporting/v1/figures/live?" + query))
                .header("Authorization", TestTokens.bearer(subject))
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(60))
                .build();
        Page page = new Page(request);
        if (page.status() == 200) {
            Thread.ofVirtual().start(page::read);
        }
        return page;
    }

    int status() {
        return response.statusCode();
    }

    String contentType() {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    /** The next one of that name; those of other names are passed over. */
    JsonNode next(String name) throws InterruptedException {
        for (Event event = next(); ; event = next()) {
            if (event.name().equals(name)) {
                return event.data();
            }
            if (event.name().equals("closed")) {
                throw new AssertionError("the stream ended before " + name);
            }
        }
    }

    private Event next() throws InterruptedException {
        Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing came");
        }
        return event;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name, JsonMapper.shared().readTree(line.substring("data: ".length()))));
                }
            }
        } catch (IOException closed) {
            // told below
        }
        events.add(new Event("closed", JsonMapper.shared().missingNode()));
    }

    void awaitEnd() throws InterruptedException {
        for (Event event = next(); !event.name().equals("closed"); event = next()) {}
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
