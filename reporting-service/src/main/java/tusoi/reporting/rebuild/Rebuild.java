package tusoi.reporting.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
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
    private final TransactionOperations aside;
    private final InboxRebuild inbox;
    private final Watermarks watermarks;
    private final RebuildReadiness readiness;

    Rebuild(
            @Loader JdbcClient jdbc,
            @Loader TransactionOperations transaction,
            PlatformTransactionManager requests,
            InboxRebuild inbox,
            Watermarks watermarks,
            RebuildReadiness readiness) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.aside = new TransactionTemplate(
                requests, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.inbox = inbox;
        this.watermarks = watermarks;
        this.readiness = readiness;
    }

    /**
     * Answers the watermark that has to be reached again. It is read in a transaction of its own: a request with a key is one
     * transaction to its end, and what that has read cannot be emptied.
     */
    Instant start() {
        Instant goal = Objects.requireNonNull(aside.execute(_ -> watermarks.completeThrough()));
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
