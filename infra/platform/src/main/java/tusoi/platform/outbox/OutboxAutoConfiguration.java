package tusoi.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.LinkedHashSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;
import tusoi.platform.persistence.CurrentTransaction;
import tusoi.platform.persistence.Leader;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.LoaderConnections;
import tusoi.platform.security.ActorIds;
import tusoi.platform.time.TransactionClock;

/** The way out: rows in the transaction, and the relay that takes them to Kafka. */
@AutoConfiguration
@ConditionalOnProperty("tusoi.service")
@EnableConfigurationProperties({OutboxProperties.class, KafkaSettings.class})
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
                transaction,
                clock,
                SingletonSupplier.of(() -> actorIds.getIfAvailable(() -> () -> ActorIds.SYSTEM)),
                Traceparent::current);
        return new DatabaseOutbox(topics, rows);
    }

    @Bean
    @ConditionalOnProperty(name = "tusoi.outbox.enabled", matchIfMissing = true)
    Leader outboxRelay(
            OutboxTopics topics,
            OutboxProperties properties,
            KafkaSettings kafka,
            ObjectProvider<LatestValues> latestValues,
            LoaderConnections connections,
            KeptMends mends,
            ObjectProvider<MeterRegistry> meters) {
        var sent = Counter.builder("tusoi.outbox.sent")
                .description("Rows that Kafka acknowledged to this instance")
                .register(meters.getIfAvailable(SimpleMeterRegistry::new));
        var relay = new Relay(topics, properties, kafka, latestValues.stream().toList(), mends, sent);
        return new Leader(relay, connections);
    }

    @Bean
    MeterBinder outboxMeters(@Loader JdbcClient jdbc) {
        return new OutboxMeters(jdbc);
    }

    @Bean
    HealthIndicator outboxHealthIndicator(@Loader JdbcClient jdbc) {
        return new OutboxHealth(jdbc);
    }
}
