package tusoi.platform.inbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.outbox.KafkaSettings;
import tusoi.platform.persistence.Copies;
import tusoi.platform.persistence.Leader;
import tusoi.platform.persistence.Shadow;

/**
 * A second reader, from the first event, with positions, digests, watermarks and dead letters of its own, in a shadow. The inbox
 * goes on beside it. Mends are the same for both.
 */
public final class ShadowInbox {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowInbox.class);

    private final InboxProperties properties;
    private final KafkaSettings kafka;
    private final String client;
    private final String ownMended;
    private final JdbcClient jdbc;
    private final JdbcClient beside;
    private final Copies copiesBeside;
    private final PlatformTransactionManager transactions;
    private final List<Projection> projections;

    ShadowInbox(
            InboxProperties properties,
            KafkaSettings kafka,
            String service,
            String ownMended,
            Shadow shadow,
            JdbcClient jdbc,
            Copies copies,
            PlatformTransactionManager transactions,
            List<ShadowProjections> projections) {
        this.properties = properties;
        this.kafka = kafka;
        this.client = service + "-shadow";
        this.ownMended = ownMended;
        this.jdbc = jdbc;
        this.beside = shadow.over(jdbc);
        this.copiesBeside = shadow.over(copies);
        this.transactions = transactions;
        this.projections = projections.stream()
                .flatMap(made -> made.on(beside, copiesBeside).stream())
                .toList();
    }

    /** Reads until the term is over, or until somebody takes the shadow's positions away. */
    public void lead(Leader.Term term) throws Exception {
        try (var topics = new FollowedTopics(kafka, client + "-inbox-admin");
                var feed = new Feed(kafka, client, properties.pollRows())) {
            new InboxTerm(term, properties, kafka, topics, feed, ownMended, parts()).run();
        } catch (Positions.Moved moved) {
            LOG.info("{}: in the shadow", moved.getMessage());
        }
    }

    private InboxTerm.Parts parts() {
        var savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        var deadLetters = new DeadLetterRows(beside);
        var intake = new Intake(projections, new SeenEvents(beside, copiesBeside, savepoint), deadLetters, savepoint);
        return new InboxTerm.Parts(
                new Beside(new TransactionTemplate(transactions), beside),
                new Positions(beside),
                intake,
                new MendIntake(new Mends(jdbc), intake, deadLetters, LetterTrail.NONE, client, properties.topics()),
                new LatestIntake(List.of(), deadLetters, LetterTrail.NONE, savepoint),
                new WatermarkIntake(beside, properties),
                Chores.NONE,
                new SimpleMeterRegistry());
    }

    /** What the shadow knows to be complete. */
    public Watermarks watermarks() {
        return new DatabaseWatermarks(beside, properties.producers());
    }

    /** The types that its projections take. */
    public Set<String> types() {
        var types = new TreeSet<String>();
        projections.forEach(projection -> types.addAll(projection.types()));
        return types;
    }

    /** A transaction that waits for whoever lets nothing more be taken, before it holds anything itself. */
    private record Beside(TransactionOperations transaction, JdbcClient beside) implements TransactionOperations {
        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            return transaction.execute(status -> {
                beside.sql("lock table platform.inbox_position in row exclusive mode")
                        .update();
                return action.doInTransaction(status);
            });
        }
    }
}
