package tusoi.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import tusoi.launcher.parts.ServiceDatabase;
import tusoi.launcher.parts.Waiting;

/** A PostgreSQL server for tests. */
public final class TestPostgres implements AutoCloseable {
    static final int CONNECTIONS = 200;
    private static final Duration START = Duration.ofSeconds(60);
    private static final String SUPERUSER = "postgres";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Server server;

    interface Server {
        String url(String database);

        String password();

        void start();

        void kill();
    }

    TestPostgres(Server server) {
        this.server = server;
    }

    /** A fresh, empty database with the three roles of that service. */
    public ServiceDatabase database(String service) {
        var name = service + "_" + COUNT.incrementAndGet();
        var database = new ServiceDatabase(
                service, name, url(name), service + "-owner", service + "-app", service + "-loader");
        synchronized (this) {
            try (var connection = connect("postgres")) {
                database.createBy(connection);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot create database " + name, e);
            }
        }
        return database;
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), superuser(), superuserPassword());
    }

    public String url(String database) {
        return server.url(database);
    }

    public String superuser() {
        return SUPERUSER;
    }

    public String superuserPassword() {
        return server.password();
    }

    public void kill() {
        server.kill();
    }

    public void start() {
        server.start();
        if (!Waiting.until(START, this::takesConnections)) {
            throw new IllegalStateException("PostgreSQL does not take connections at " + url("postgres"));
        }
    }

    @Override
    public void close() {
        server.kill();
    }

    /** What it runs on. */
    @Override
    public String toString() {
        return server.toString();
    }

    private boolean takesConnections() {
        try (var connection = connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
