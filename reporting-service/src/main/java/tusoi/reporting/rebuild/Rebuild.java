package tusoi.reporting.rebuild;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.inbox.InboxRebuild;
import tusoi.platform.inbox.Watermarks;
import tusoi.platform.persistence.Loader;

/** Empties facts, tree, grants and the inbox in one transaction; the inbox then reads everything again. */
@Component
class Rebuild {
    /** What infra/scope keeps of events; role_right is not of them. */
    private static final List<String> SCOPE_TABLES = List.of(
            "unit_record", "unit_version", "link", "closure", "unit_life", "lineage", "account", "grant_version");

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final InboxRebuild inbox;
    private final Watermarks watermarks;
    private final RebuildReadiness readiness;

    Rebuild(
            @Loader JdbcClient jdbc,
            @Loader TransactionOperations transaction,
            InboxRebuild inbox,
            Watermarks watermarks,
            RebuildReadiness readiness) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.inbox = inbox;
        this.watermarks = watermarks;
        this.readiness = readiness;
    }

    /** Answers the watermark that has to be reached again. */
    Instant start() {
        Instant goal = watermarks.completeThrough();
        readiness.notUntil(goal, this::empty);
        return goal;
    }

    private void empty() {
        transaction.executeWithoutResult(_ -> {
            inbox.start();
            SCOPE_TABLES.forEach(table -> jdbc.sql("delete from scope." + table).update());
        });
    }
}
