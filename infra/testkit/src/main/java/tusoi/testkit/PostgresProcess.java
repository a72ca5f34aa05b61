package tusoi.testkit;

import java.nio.file.Path;
import tusoi.launcher.parts.Lifetime;
import tusoi.launcher.parts.Parts;
import tusoi.launcher.parts.Ports;
import tusoi.launcher.parts.PostgresServer;
import tusoi.launcher.parts.Says;

/** PostgreSQL as a plain process, without fsync. */
final class PostgresProcess implements TestPostgres.Server {
    private static final String PASSWORD = "test";

    private final PostgresServer server;

    PostgresProcess(Path home) {
        this.server = new PostgresServer(
                Parts.fromProperty(),
                new PostgresServer.Settings(
                        home,
                        Ports.free(),
                        PASSWORD,
                        false,
                        TestPostgres.CONNECTIONS,
                        Lifetime.WITH_PARENT,
                        home.resolve("postgres.log")),
                Says.NOTHING);
    }

    @Override
    public String url(String database) {
        return server.url(database);
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public String toString() {
        return "PostgreSQL as a plain process";
    }
}
