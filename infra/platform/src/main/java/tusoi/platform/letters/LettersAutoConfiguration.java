package tusoi.platform.letters;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.audit.Audit;
import tusoi.platform.inbox.LetterAsks;
import tusoi.platform.inbox.Projection;
import tusoi.platform.security.ActorIds;
import tusoi.platform.security.Operators;

/** Where somebody says who is an operator. */
@AutoConfiguration(
        afterName = {
            "tusoi.scope.ScopeAutoConfiguration",
            "tusoi.platform.persistence.PersistenceAutoConfiguration",
            "tusoi.platform.audit.AuditAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean({Operators.class, ActorIds.class})
class LettersAutoConfiguration {
    @Bean
    DeadLettersController deadLettersController(
            Operators operators,
            JdbcClient jdbc,
            Audit audit,
            ActorIds actors,
            TransactionTemplate transaction,
            ObjectProvider<Projection> projections,
            @Value("${tusoi.service}") String service) {
        return new DeadLettersController(
                operators,
                new LetterQueries(jdbc),
                new LetterCommands(
                        new LetterQueries(jdbc),
                        new LetterAsks(jdbc, LetterAsks.types(projections.stream())),
                        audit,
                        actors,
                        transaction,
                        service),
                audit,
                service);
    }
}
