package tusoi.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

class PostgresServerTest {
    @TempDir
    private Path home;

    private final List<String> said = new ArrayList<>();
    private PostgresServer server;

    @BeforeEach
    void settings() {
        server = server(Ports.free());
    }

    @AfterEach
    void end() {
        server.kill();
    }

    @Test
    void keepsItsDataOverAKill() throws Exception {
        server.start();
        execute("create table kept (n int)");
        execute("insert into kept values (7)");
        server.kill();
        server.start();
        assertThat(number("select n from kept")).isEqualTo(7);
    }

    /** Who computes without waiting for anything does not notice that the server is gone, and goes on writing. */
    @Test
    void aKillEndsAlsoWhoWorksForAClient() throws Exception {
        server.start();
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement();
                var client = Executors.newVirtualThreadPerTaskExecutor()) {
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            var worker = PartProcess.find("worker", pid, "postgres").orElseThrow();
            statement.execute("set statement_timeout = '60s'");
            var asked = client.submit(() -> statement.execute("do $$ begin loop end loop; end $$"));
            assertThat(Waiting.until(Duration.ofSeconds(10), () -> isComputing(pid)))
                    .isTrue();

            server.kill();

            assertThat(worker.isAlive()).isFalse();
            assertThat(catchThrowable(asked::get)).hasCauseInstanceOf(SQLException.class);
        }
    }

    private boolean isComputing(long pid) {
        try {
            return number(
                            "select count(*)::int from pg_stat_activity where state = 'active' and query like 'do %' and pid = "
                                    + pid)
                    == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isFoundRunningByASecondLauncher() {
        server.start();
        var second = server(server.port());
        second.start();
        assertThat(second.process().map(PartProcess::pid))
                .isEqualTo(server.process().map(PartProcess::pid));
    }

    @Test
    void pidOfAnotherProcessIsTakenForStale() throws Exception {
        server.start();
        server.stop();
        Files.writeString(
                home.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        server = server(server.port());
        assertThat(server.isRunning()).isFalse();
        server.start();
        assertThat(said).containsExactly("postgres: removed the pid file of a server that is gone");
    }

    @Test
    void initialisationThatWasCutOffIsDoneAgain() throws Exception {
        Files.createDirectories(home.resolve("data.part/base"));
        server.start();
        assertThat(said).containsExactly("postgres: an earlier initialisation was cut off; doing it again");
        assertThat(server.isReady()).isTrue();
    }

    @Test
    void halfWrittenDataIsMovedAsideNotDeleted() throws Exception {
        Files.createDirectories(home.resolve("data/base"));
        Files.writeString(home.resolve("data/base/left"), "something");
        server.start();
        assertThat(said).singleElement().asString().contains("half-written", "data.broken-");
        try (var folders = Files.newDirectoryStream(home, "data.broken-*")) {
            assertThat(folders).allMatch(folder -> Files.exists(folder.resolve("base/left")));
        }
    }

    @Test
    void wrongPasswordIsRefused() {
        server.start();
        var other = new PostgresServer(Parts.fromProperty(), settings(server.port(), "another"), Says.NOTHING);
        assertThat(catchThrowable(() -> other.connect("postgres").close()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    private PostgresServer server(int port) {
        return new PostgresServer(Parts.fromProperty(), settings(port, "secret"), said::add);
    }

    private PostgresServer.Settings settings(int port, String password) {
        return new PostgresServer.Settings(
                home, port, password, false, 20, Lifetime.WITH_PARENT, home.resolve("postgres.log"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String query) throws SQLException {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }
}
