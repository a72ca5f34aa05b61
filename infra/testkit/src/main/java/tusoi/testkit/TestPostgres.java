package tusoi.testkit;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import tusoi.launcher.parts.PostgresServer;
import tusoi.launcher.parts.ServiceDatabase;

/** A PostgreSQL server for tests. */
public final class TestPostgres implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final PostgresServer server;

    TestPostgres(PostgresServer server) {
        this.server = server;
    }

    /** A fresh, empty database with the three roles of that service. */
    public ServiceDatabase database(String service) {
        var name = service.toLowerCase(Locale.ROOT) + "_" + COUNT.incrementAndGet();
        var database = new ServiceDatabase(
                service, name, server.url(name), service + "-owner", service + "-app", service + "-loader");
        synchronized (TestPostgres.class) {
            database.createIn(server);
        }
        return database;
    }

    public String url(String database) {
        return server.url(database);
    }

    public String superuser() {
        return PostgresServer.SUPERUSER;
    }

    public String superuserPassword() {
        return server.password();
    }

    public void kill() {
        server.kill();
    }

    public void start() {
        server.start();
    }

    @Override
    public void close() {
        server.kill();
    }
}
