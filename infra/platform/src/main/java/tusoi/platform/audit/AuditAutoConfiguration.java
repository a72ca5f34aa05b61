package tusoi.platform.audit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.persistence.CurrentTransaction;
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
        var lines = new AuditLines(transaction, () -> actorIds.getIfAvailable(() -> () -> ActorIds.SYSTEM));
        return new DatabaseAudit(lines, ownTransaction);
    }
}
