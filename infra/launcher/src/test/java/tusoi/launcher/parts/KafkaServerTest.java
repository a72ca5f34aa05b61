package tusoi.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
    @TempDir
    private Path home;

    private final List<String> said = new ArrayList<>();
    private final int port = Ports.free();
    private final int controllerPort = Ports.free();
    private @Nullable KafkaServer server;

    @AfterEach
    void end() {
        if (server != null) {
            server.kill();
        }
    }

    @Test
    void halfFormattedDataIsMovedAsideAndAKilledBrokerIsStartedAgain() throws Exception {
        Files.createDirectories(home.resolve("data/__cluster_metadata-0"));
        var first = started();
        assertThat(said).singleElement().asString().contains("half-written", "data.broken-");
        var pid = first.process().orElseThrow().pid();
        first.kill();
        assertThat(Waiting.until(Duration.ofSeconds(5), () -> Ports.isFree(port)))
                .isTrue();
        assertThat(server().isRunning())
                .as("the pid file names a process that is gone")
                .isFalse();
        var second = started();
        assertThat(second.process().orElseThrow().pid()).isNotEqualTo(pid);
        assertThat(second.isReady()).isTrue();
    }

    private KafkaServer started() {
        var broker = server();
        server = broker;
        broker.start();
        return broker;
    }

    private KafkaServer server() {
        return new KafkaServer(
                Parts.fromProperty(),
                new KafkaServer.Settings(home, port, controllerPort, Lifetime.WITH_PARENT, home.resolve("kafka.log")),
                said::add);
    }
}
