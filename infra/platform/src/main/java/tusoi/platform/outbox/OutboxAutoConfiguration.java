package tusoi.platform.outbox;

import java.util.LinkedHashSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tusoi.platform.persistence.CurrentTransaction;
import tusoi.platform.security.ActorIds;
import tusoi.platform.time.TransactionClock;

/** The way out: rows in the transaction, and the relay that takes them to Kafka. */
@AutoConfiguration
@ConditionalOnProperty("tusoi.service")
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxAutoConfiguration {
    @Bean
    OutboxTopics outboxTopics(
            @Value("${tusoi.service}") String service,
            OutboxProperties properties,
            ObjectProvider<LatestValues> latestValues) {
        var latest = new LinkedHashSet<>(properties.latestTopics());
        latestValues.forEach(values -> latest.add(values.topic()));
        var events = properties.topic() == null ? service + ".events" : properties.topic();
        return new OutboxTopics(service, events, latest);
    }

    @Bean
    Outbox outbox(
            OutboxTopics topics,
            CurrentTransaction transaction,
            TransactionClock clock,
            ObjectProvider<ActorIds> actorIds) {
        var rows = new OutboxRows(
                transaction, clock, () -> actorIds.getIfAvailable(() -> () -> ActorIds.SYSTEM), Traceparent::current);
        return new DatabaseOutbox(topics, rows);
    }
}
