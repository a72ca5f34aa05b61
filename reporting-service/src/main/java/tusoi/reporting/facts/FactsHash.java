package tusoi.reporting.facts;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
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
            List<TableHash> tables = Arrays.stream(FactTable.values())
                    .map(table -> hash(connection, table))
                    .toList();
            connection.rollback();
            String all = CopyDigest.over(tables.stream().map(TableHash::sha256).toList());
            return new FactsHashView(all, tables);
        } catch (SQLException e) {
            throw new IllegalStateException("facts could not be read", e);
        }
    }

    private static TableHash hash(Connection connection, FactTable table) {
        CopyDigest digest = CopyDigest.of(
                connection,
                "select %s from %s order by %s"
                        .formatted(String.join(", ", table.columns()), table.qualifiedName(), table.key()));
        return new TableHash(table.qualifiedName(), digest.rows(), digest.sha256());
    }
}
