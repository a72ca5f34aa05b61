package tusoi.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.outbox.KafkaSettings;
import tusoi.platform.outbox.KeptMends;
import tusoi.platform.outbox.OutboxTopics;
import tusoi.platform.persistence.Copies;
import tusoi.platform.persistence.Leader;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.LoaderConnections;
import tusoi.platform.persistence.Shadow;

/** The way in: one loop that follows the topics, and what it knows to be complete. */
@AutoConfiguration
@ConditionalOnProperty("tusoi.service")
@EnableConfigurationProperties({InboxProperties.class, KafkaSettings.class})
class InboxAutoConfiguration {
    private final String service;

    InboxAutoConfiguration(@Value("${tusoi.service}") String service) {
        this.service = service;
    }

    @Bean
    Watermarks watermarks(JdbcClient jdbc, InboxProperties properties) {
        return new DatabaseWatermarks(jdbc, properties.producers());
    }

    @Bean
    @ConditionalOnProperty(name = "tusoi.inbox.enabled", matchIfMissing = true)
    Leader inboxLeader(
            InboxProperties properties,
            KafkaSettings kafka,
            LoaderConnections connections,
            OutboxTopics own,
            Supplier<InboxTerm.Parts> inboxParts) {
        return new Leader(new Inbox(properties, kafka, service, own.mended(), inboxParts), connections);
    }

    /** Afresh for each term: what is in memory belongs to one. */
    @Bean
    Supplier<InboxTerm.Parts> inboxParts(
            InboxProperties properties,
            KafkaSettings kafka,
            @Loader JdbcClient jdbc,
            Copies copies,
            @Loader PlatformTransactionManager transactions,
            ObjectProvider<Projection> projections,
            ObjectProvider<LatestProjection> latest,
            ObjectProvider<MeterRegistry> meters) {
        var registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        var transaction = new TransactionTemplate(transactions);
        var savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return () -> {
            var deadLetters = new DeadLetterRows(jdbc);
            var trail = LetterTrail.in(jdbc);
            var mends = new Mends(jdbc);
            Function<Burials, Intake> intakes = burials -> new Intake(
                    projections.stream().toList(), new SeenEvents(jdbc, copies, savepoint), burials, savepoint);
            var intake = intakes.apply(deadLetters);
            var values = new LatestIntake(latest.stream().toList(), deadLetters, trail, savepoint);
            return new InboxTerm.Parts(
                    transaction,
                    new Positions(jdbc),
                    intake,
                    new MendIntake(mends, intake, deadLetters, trail, service, properties.topics()),
                    values,
                    new WatermarkIntake(jdbc, properties),
                    new AskedLetters(
                            jdbc,
                            transaction,
                            mends,
                            new MendTopics(kafka, service),
                            service,
                            values.topics(),
                            intakes,
                            registry),
                    registry);
        };
    }

    @Bean
    HealthIndicator inboxHealthIndicator(
            InboxProperties properties,
            KafkaSettings kafka,
            @Loader JdbcClient jdbc,
            ObjectProvider<LatestProjection> latest) {
        var topics = new HashSet<>(properties.topics());
        latest.forEach(projection -> topics.add(projection.topic()));
        return new InboxHealth(new Positions(jdbc), kafka, service, topics);
    }

    @Bean
    KeptMends keptMends(@Loader JdbcClient jdbc) {
        return new Mends(jdbc);
    }

    @Bean
    DeadLetters deadLetters(
            @Loader JdbcClient jdbc, @Loader TransactionTemplate transaction, ObjectProvider<Projection> projections) {
        return new DeadLetters(jdbc, new LetterAsks(jdbc, LetterAsks.types(projections.stream())), transaction);
    }

    @Bean
    InboxRebuild inboxRebuild(
            @Loader JdbcClient jdbc,
            @Loader TransactionTemplate transaction,
            ObjectProvider<Projection> projections,
            ObjectProvider<LatestProjection> latest) {
        return new InboxRebuild(
                jdbc,
                transaction,
                projections.stream().toList(),
                latest.stream().toList());
    }

    /** Where a service rebuilds beside what serves. */
    @Bean
    @ConditionalOnProperty("tusoi.inbox.shadow")
    ShadowInbox shadowInbox(
            InboxProperties properties,
            KafkaSettings kafka,
            OutboxTopics own,
            Shadow shadow,
            @Loader JdbcClient jdbc,
            Copies copies,
            @Loader PlatformTransactionManager transactions,
            ObjectProvider<ShadowProjections> projections) {
        return new ShadowInbox(
                properties,
                kafka,
                service,
                own.mended(),
                shadow,
                jdbc,
                copies,
                transactions,
                projections.stream().toList());
    }

    @Bean
    MeterBinder inboxMeters(@Loader JdbcClient jdbc) {
        return new InboxMeters(jdbc);
    }
}
