package tusoi.reporting.rebuild;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.persistence.Loader;

/** Gives a shadow that may come to serve what none needs while it is filled: indexes, and rows that outlive a crash. */
@Component
class Finishing {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Finishing(@Loader JdbcClient jdbc, @Loader TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** All of it or, after a crash, nothing; its reader waits meanwhile. A second time there is nothing to do. */
    void finish() {
        transaction.executeWithoutResult(_ -> {
            List<String> tables = jdbc.sql("select reporting.shadow_hold()")
                    .query(String.class)
                    .list();
            for (String table : tables) {
                jdbc.sql("select reporting.shadow_finish(cast(? as regclass))")
                        .param(table)
                        .query((_, _) -> true)
                        .list();
            }
        });
    }
}
