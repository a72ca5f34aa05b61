package tusoi.platform.audit;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import tusoi.platform.persistence.CurrentTransaction;
import tusoi.platform.persistence.Leader;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.LoaderConnections;
import tusoi.platform.security.ActorIds;

/** The trail and the sealer that makes a chain of it. */
@AutoConfiguration
@ConditionalOnProperty("tusoi.service")
class AuditAutoConfiguration {
    @Bean
    Audit audit(
            CurrentTransaction transaction,
            PlatformTransactionManager transactions,
            ObjectProvider<ActorIds> actorIds) {
        var ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new DatabaseAudit(new AuditLines(transaction::jdbc, actors(actorIds)), ownTransaction);
    }

    /** For commands that do their work in the loader's transaction. */
    @Bean(defaultCandidate = false)
    @Loader
    Audit loaderAudit(@Loader JdbcClient jdbc, ObjectProvider<ActorIds> actorIds) {
        return new LoaderAudit(new AuditLines(() -> jdbc, actors(actorIds)));
    }

    private static Supplier<ActorIds> actors(ObjectProvider<ActorIds> actorIds) {
        return SingletonSupplier.of(() -> actorIds.getIfAvailable(() -> () -> ActorIds.SYSTEM));
    }

    @Bean
    Leader auditSealer(LoaderConnections connections, @Value("${tusoi.audit.seal-every:1s}") Duration interval) {
        return new Leader(new Sealer(interval), connections);
    }

    @Bean
    AuditExport auditExport(@Loader JdbcClient jdbc, @Loader PlatformTransactionManager transactions) {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new AuditExport(new AuditRows(jdbc), snapshot);
    }

    @Bean
    AuditErasure auditErasure(@Loader JdbcClient jdbc, ObjectProvider<ActorIds> actorIds) {
        return new AuditErasure(jdbc, actors(actorIds));
    }
}
