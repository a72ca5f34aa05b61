package tusoi.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Keeps a service's inbox waiting, as another instance that leads would. */
final class InboxLock implements AutoCloseable {
    private final Connection connection;

    InboxLock(Connection connection) throws SQLException {
        this.connection = connection;
        execute("select pg_advisory_lock(20080, 3)");
    }

    void release() throws SQLException {
        execute("select pg_advisory_unlock(20080, 3)");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
