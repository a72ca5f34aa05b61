package tusoi.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tusoi.launcher.parts.Ports;

/** Stands for a service that sends events: to each open stream what the test says, and a sign of life ten times a second. */
final class StubStream implements AutoCloseable {
    private static final long LIFE_MILLIS = 100;

    private final int port = Ports.free();
    /** One for each stream: one whose page has been closed, and that has not noticed yet, takes nothing from the others. */
    private final Set<Queue<String>> streams = ConcurrentHashMap.newKeySet();

    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server;

    StubStream() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + port;
    }

    void send(String data) {
        streams.forEach(events -> events.add(data));
    }

    int open() {
        return streams.size();
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var events = new LinkedBlockingQueue<String>();
        streams.add(events);
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream;charset=UTF-8");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (over.getCount() > 0) {
                String event = events.poll(LIFE_MILLIS, TimeUnit.MILLISECONDS);
                String line = event == null ? ": here\n\n" : "data: " + event + "\n\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            streams.remove(events);
        }
    }
}
