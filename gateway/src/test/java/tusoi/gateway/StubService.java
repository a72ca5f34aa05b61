package tusoi.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import tusoi.launcher.parts.Ports;

/** A plain HTTP server that stands for a service: remembers what it was asked and answers as it is told. */
final class StubService implements AutoCloseable {
    private final int port;
    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
    private volatile int status = 200;
    private volatile Map<String, String> more = Map.of();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private HttpServer server;

    /** What came in. */
    record Seen(String method, String uri, Map<String, List<String>> headers, byte[] body) {
        List<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(it -> it.getKey().equalsIgnoreCase(name))
                    .flatMap(it -> it.getValue().stream())
                    .toList();
        }
    }

    StubService() {
        this.port = Ports.free();
        this.server = start();
    }

    String uri() {
        return "http://127.0.0.1:" + port;
    }

    /** The latest request; none was made where this fails. */
    Seen last() {
        Seen last = null;
        for (Seen next = seen.poll(); next != null; next = seen.poll()) {
            last = next;
        }
        if (last == null) {
            throw new AssertionError("The service was not asked");
        }
        return last;
    }

    boolean wasAsked() {
        return !seen.isEmpty();
    }

    void answers(int newStatus) {
        answers(newStatus, Map.of());
    }

    void answers(int newStatus, Map<String, String> headers) {
        more = headers;
        status = newStatus;
    }

    /** Every answer waits until {@link #openGate}. */
    void closeGate() {
        gate = new CountDownLatch(1);
    }

    void openGate() {
        gate.countDown();
    }

    void stop() {
        server.stop(0);
    }

    void restart() {
        server = start();
    }

    @Override
    public void close() {
        openGate();
        stop();
    }

    private HttpServer start() {
        try {
            var made = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            made.createContext("/", this::answer);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            seen.add(new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes()));
            gate.await();
            var headers = exchange.getResponseHeaders();
            headers.add("Content-Type", "application/json");
            headers.add("Set-Cookie", "of-the-service=1");
            headers.add("ETag", "\"7\"");
            more.forEach(headers::add);
            headers.add("Tusoi-Watermark", "2022-11-30T17:00:00Z");
            var body = "{\"from\":\"service\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
