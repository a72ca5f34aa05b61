package tusoi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Open pages: each reads a stream through the gateway, opens it again when it ends, and knows how fresh what it shows is. */
final class LiveReaders implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** As an EventSource waits before it opens its stream again. */
    private static final long AGAIN_NANOS = 1_000_000_000;

    private static final String DATA = "data: ";

    private final Api api;
    private final List<Reader> readers = new ArrayList<>();
    private final AtomicLong changes = new AtomicLong();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile boolean over;

    LiveReaders(Api api) {
        this.api = api;
    }

    void open(String query) {
        Reader reader = new Reader(query);
        readers.add(reader);
        Thread.ofVirtual().start(reader::read);
    }

    /** Until every page shows something. */
    void awaitShown() throws IOException {
        long deadline = System.nanoTime() + Api.PATIENCE.toNanos();
        while (readers.stream().anyMatch(reader -> reader.shown.equals(Instant.EPOCH))) {
            if (System.nanoTime() > deadline) {
                throw new IOException("not every page shows its figures");
            }
            Thread.onSpinWait();
        }
    }

    /** How old what each page shows is at this moment. */
    List<Duration> ages() {
        Instant now = Instant.now();
        return readers.stream()
                .map(reader -> Duration.between(reader.shown, now))
                .toList();
    }

    /** Changed figures that were pushed. */
    long changes() {
        return changes.get();
    }

    @Override
    public void close() {
        over = true;
        http.shutdownNow();
    }

    private final class Reader {
        private final String query;
        private volatile Instant shown = Instant.EPOCH;

        Reader(String query) {
            this.query = query;
        }

        void read() {
            while (!over) {
                try {
                    HttpResponse<InputStream> stream = http.send(
                            api.throughGateway("/api/reporting/v1/figures/live?" + query),
                            HttpResponse.BodyHandlers.ofInputStream());
                    hear(stream.body());
                    LockSupport.parkNanos(AGAIN_NANOS);
                } catch (IOException ended) {
                    LockSupport.parkNanos(AGAIN_NANOS);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        private void hear(InputStream body) throws IOException {
            try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(DATA)) {
                        JsonNode data = JSON.readTree(line.substring(DATA.length()));
                        if (data.has("watermark")) {
                            shown = Instant.parse(data.get("watermark").asString());
                            changes.addAndGet(data.has("answer") ? 1 : 0);
                        }
                    }
                }
            }
        }
    }
}
