package tusoi.reporting.facts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/** A digest over all facts in an order that does not depend on how they came: equal digests, equal facts. */
@Component
class FactsHash {
    private final DataSource loader;

    FactsHash(@Loader DataSource loader) {
        this.loader = loader;
    }

    /** @param sha256 over the tables' digests in the order given */
    record FactsHashView(String sha256, List<TableHash> tables) {}

    record TableHash(String table, long rows, String sha256) {}

    FactsHashView compute() {
        try (Connection connection = loader.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try (var statement = connection.createStatement()) {
                statement.execute("set local time zone 'UTC'");
            }
            List<TableHash> tables = Arrays.stream(FactTable.values())
                    .map(table -> hash(connection, table))
                    .toList();
            connection.rollback();
            MessageDigest all = sha256();
            tables.forEach(table -> all.update(HexFormat.of().parseHex(table.sha256())));
            return new FactsHashView(HexFormat.of().formatHex(all.digest()), tables);
        } catch (SQLException e) {
            throw new IllegalStateException("facts could not be read", e);
        }
    }

    private static TableHash hash(Connection connection, FactTable table) {
        String sql = "copy (select %s from %s order by %s) to stdout"
                .formatted(String.join(", ", table.columns()), table.qualifiedName(), table.key());
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
            return new TableHash(table.qualifiedName(), rows, HexFormat.of().formatHex(digest.digest()));
        } catch (SQLException e) {
            throw new IllegalStateException("facts could not be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
