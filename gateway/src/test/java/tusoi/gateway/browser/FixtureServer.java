package tusoi.gateway.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import tusoi.launcher.parts.Ports;

/** {@code web/fixture/server.mjs} as a process: made-up numbers in the services' shapes. */
final class FixtureServer implements AutoCloseable {
    private final int port = Ports.free();
    private final Process process;

    FixtureServer() {
        try {
            process = new ProcessBuilder("node", "fixture/server.mjs", Integer.toString(port))
                    .directory(Path.of("web").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target/fixture.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Ports.accepts(port));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
