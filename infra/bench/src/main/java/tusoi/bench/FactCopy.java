package tusoi.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The facts that are there, copied from memory into empty tables of the same shape, all in one transaction. */
final class FactCopy implements AutoCloseable {
    private static final List<String> TABLES = List.of("membership", "movement", "review", "review_grade");

    private final Connection connection;
    private final CopyManager copies;
    private final Map<String, byte[]> texts = new LinkedHashMap<>();
    private long rows;

    FactCopy(Connection connection) throws SQLException, IOException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("create schema bare");
            for (String table : TABLES) {
                statement.execute("create table bare." + table + " (like reporting." + table
                        + " including all) with (fillfactor = 85)");
                var text = new ByteArrayOutputStream();
                rows += copies.copyOut("copy reporting." + table + " to stdout", text);
                texts.put(table, text.toByteArray());
            }
        }
        connection.commit();
    }

    long rows() {
        return rows;
    }

    double copySeconds() throws SQLException, IOException {
        long begin = System.nanoTime();
        for (var text : texts.entrySet()) {
            copies.copyIn("copy bare." + text.getKey() + " from stdin", new ByteArrayInputStream(text.getValue()));
        }
        connection.commit();
        return Rounds.secondsSince(begin);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
