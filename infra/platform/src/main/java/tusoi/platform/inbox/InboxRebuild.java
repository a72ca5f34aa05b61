package tusoi.platform.inbox;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Starts again from the first event, with empty tables; mends are kept. */
public final class InboxRebuild {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final List<Projection> projections;
    private final List<LatestProjection> latest;

    InboxRebuild(
            JdbcClient jdbc,
            TransactionOperations transaction,
            List<Projection> projections,
            List<LatestProjection> latest) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.projections = projections;
        this.latest = latest;
    }

    /** Empties what the inbox and the projections keep, at once; whichever instance leads goes on from 0. */
    public void start() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select platform.reset_inbox()")
                    .query((row, number) -> true)
                    .list();
            projections.forEach(Projection::clear);
            latest.forEach(LatestProjection::clear);
        });
    }
}
