package tusoi.launcher.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tusoi.launcher.parts.JavaUse;
import tusoi.launcher.parts.Part;
import tusoi.launcher.parts.PartFailed;
import tusoi.launcher.parts.Ports;

class StartupTest {
    @TempDir
    private Path home;

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private Platform platform;

    @BeforeEach
    void installation() {
        platform = new Platform(
                new Layout(Path.of(System.getProperty("tusoi.root")), home, freeBase()),
                said::add,
                JavaUse.LOOK.once());
    }

    @AfterEach
    void end() {
        new Shutdown(platform, said::add).run();
        platform.close();
    }

    @Test
    void takenPortIsNamedWithItsPartAndItsHolder() throws Exception {
        var port = platform.layout().port("kafka-controller");
        try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> start("postgres", "kafka"))
                    .isInstanceOf(PartFailed.class)
                    .hasMessageContaining("port " + port + ", wanted by kafka, is taken by pid "
                            + ProcessHandle.current().pid());
        }
        assertThat(platform.postgres().isRunning()).as("nothing is started").isFalse();
    }

    @Test
    void interruptedStartLeavesNothingBehind() throws Exception {
        var startup = new Startup(platform, said::add, Set.of("postgres", "kafka", "org"));
        var starting = new FutureTask<>(() -> {
            startup.run();
            return true;
        });
        Thread.ofVirtual().start(starting);
        while (!platform.postgres().isRunning() && !starting.isDone()) {
            Thread.onSpinWait();
        }
        new Shutdown(platform, said::add).atOnce(startup);
        assertThatThrownBy(starting::get).hasCauseInstanceOf(PartFailed.class);
        assertThat(platform.parts()).noneMatch(Part::isRunning);
    }

    @Test
    void secondStartFindsWhatRunsAndStartsOnlyWhatWasKilled() throws Exception {
        start("postgres");
        var postgres = platform.postgres().process().orElseThrow();
        start("postgres");
        assertThat(said).last().asString().startsWith("postgres: already running");
        platform.part("postgres").kill();
        start("postgres");
        assertThat(platform.postgres().process().orElseThrow().pid()).isNotEqualTo(postgres.pid());
        var database = platform.database("org");
        try (var connection = DriverManager.getConnection(database.url(), database.app(), database.appPassword())) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    private void start(String... parts) {
        new Startup(platform, said::add, Set.of(parts)).run();
    }

    static int freeBase() {
        int base = Ports.free();
        while (!IntStream.range(base, base + 10).allMatch(Ports::isFree)) {
            base = Ports.free();
        }
        return base;
    }
}
