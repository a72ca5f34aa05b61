package tusoi.platform.persistence;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Finds the database client of whichever role's transaction runs, for what every transaction may do. */
public final class CurrentTransaction {
    private final List<DataSource> dataSources;

    CurrentTransaction(DataSource app, DataSource loader) {
        this.dataSources = List.of(app, loader);
    }

    /** Throws IllegalStateException outside a transaction. */
    public JdbcClient jdbc() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            for (var dataSource : dataSources) {
                if (TransactionSynchronizationManager.hasResource(dataSource)) {
                    return JdbcClient.create(dataSource);
                }
            }
        }
        throw new IllegalStateException("This belongs within a transaction, and none runs");
    }
}
