package tusoi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tusoi.testkit.Servers;

/** Streams of events pass one by one, and a closed page frees the service's side too. */
@Timeout(60)
class LiveTest {
    private static StubStream reporting;
    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        reporting = new StubStream();
        gateway = TestGateway.on(Servers.postgres().database("gateway"))
                .with("TUSOI_REPORTING_URI", reporting.uri())
                .with("tusoi.gateway.timeout", "500ms")
                .start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        reporting.close();
    }

    /** The gateway's timeout for anything else is half a second here. */
    @Test
    void eachEventPassesAtOnceAndForLongerThanAnyAnswerTakes() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient();
                BufferedReader lines = lines(open(http).body())) {
            long start = System.nanoTime();
            for (int n = 0; System.nanoTime() - start < Duration.ofSeconds(2).toNanos(); n++) {
                long sent = System.nanoTime();
                reporting.send("event " + n);
                assertThat(nextData(lines)).isEqualTo("event " + n);
                assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofMillis(500));
            }
            http.shutdownNow();
        }
        awaitNoneOpen();
    }

    @Test
    void aClosedPageFreesTheServicesSide() throws Exception {
        for (int n = 0; n < 5; n++) {
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpResponse<InputStream> page = open(http);
                reporting.send("hello");
                assertThat(nextData(lines(page.body()))).isEqualTo("hello");
                assertThat(reporting.open()).isPositive();
                http.shutdownNow();
            }
        }
        awaitNoneOpen();
    }

    private static void awaitNoneOpen() {
        BooleanSupplier freed = () -> reporting.open() == 0;
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!freed.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the service's side is freed").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static HttpResponse<InputStream> open(HttpClient http) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.uri("/api/reporting/v1/figures/live?unit=D")))
                .header("Authorization", "Bearer a.b.c")
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return response;
    }

    private static BufferedReader lines(InputStream body) {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static String nextData(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data: ")) {
                return line.substring("data: ".length());
            }
        }
        throw new AssertionError("the stream ended");
    }
}
