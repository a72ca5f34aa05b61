package tusoi.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The facts that are there, copied by a client from its own files into empty tables of the same shape, indexes included, all in one transaction. */
final class FactCopy implements AutoCloseable {
    private static final List<String> TABLES = List.of("membership", "movement", "cycle", "review", "review_grade");

    private final Connection connection;
    private final CopyManager copies;
    private final String form;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private long rows;

    /** @param form text or binary */
    FactCopy(Connection connection, Path folder, String form) throws SQLException, IOException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
        this.form = " (format " + form + ")";
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema if exists bare cascade");
            statement.execute("create schema bare");
            for (String table : TABLES) {
                statement.execute("create table bare." + table + " (like reporting." + table
                        + " including all) with (fillfactor = 85)");
                Path file = Files.createTempFile(folder, table, ".copy");
                files.put(table, file);
                try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18)) {
                    rows += copies.copyOut("copy reporting." + table + " to stdout" + this.form, out);
                }
            }
        }
        connection.commit();
    }

    long rows() {
        return rows;
    }

    double copySeconds() throws SQLException, IOException {
        long begin = System.nanoTime();
        for (var file : files.entrySet()) {
            try (var in = new BufferedInputStream(Files.newInputStream(file.getValue()), 1 << 18)) {
                copies.copyIn("copy bare." + file.getKey() + " from stdin" + form, in, 1 << 18);
            }
        }
        connection.commit();
        return Rounds.secondsSince(begin);
    }

    @Override
    public void close() throws SQLException, IOException {
        try (connection) {
            for (Path file : files.values()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
