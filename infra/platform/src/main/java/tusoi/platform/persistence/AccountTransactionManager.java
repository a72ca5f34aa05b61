package tusoi.platform.persistence;

import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tusoi.platform.security.ActorIds;

/** Tells the database at the begin of each transaction whose it is; row policies and scope functions ask for it. */
final class AccountTransactionManager extends JdbcTransactionManager {
    private final transient Supplier<ActorIds> actorIds;
    private final transient JdbcClient jdbc;

    AccountTransactionManager(DataSource dataSource, Supplier<ActorIds> actorIds) {
        super(dataSource);
        this.actorIds = actorIds;
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            // The connection is bound already, so ActorIds may ask the database within this transaction.
            jdbc.sql("select set_config('tusoi.account', :account, true)")
                    .param("account", actorIds.get().current().toString())
                    .query(String.class)
                    .single();
        } catch (RuntimeException | Error failed) {
            rollBack();
            doCleanupAfterCompletion(transaction);
            throw failed;
        }
    }

    private void rollBack() {
        try {
            if (TransactionSynchronizationManager.getResource(obtainDataSource()) instanceof ConnectionHolder holder) {
                holder.getConnection().rollback();
            }
        } catch (SQLException closed) {
            logger.debug("Roll back after a begin that failed", closed);
        }
    }
}
