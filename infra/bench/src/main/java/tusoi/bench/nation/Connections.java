package tusoi.bench.nation;

import java.sql.Connection;
import java.sql.SQLException;

/** Ways into the database that is filled. */
@FunctionalInterface
interface Connections {
    Connection open() throws SQLException;

    /** Closed with what it returns. */
    default BinaryCopy copy(String table, String columns) throws SQLException {
        return new BinaryCopy(open(), table, columns, "format binary");
    }

    /** In place of what the table holds, in one transaction; with {@code wal_level=minimal} nothing of it goes through the log. */
    default BinaryCopy copyAnew(String table, String columns) throws SQLException {
        Connection connection = open();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("truncate " + table);
        }
        return new BinaryCopy(connection, table, columns, "format binary, freeze");
    }
}
