package tusoi.platform.inbox;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tusoi.platform.outbox.KafkaSettings;
import tusoi.platform.persistence.Leader;

/** The inbox, as the one instance that leads runs it. */
final class Inbox implements Leader.Task {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final InboxProperties properties;
    private final KafkaSettings kafka;
    private final String service;
    private final String ownMended;
    private final Supplier<InboxTerm.Parts> parts;

    Inbox(
            InboxProperties properties,
            KafkaSettings kafka,
            String service,
            String ownMended,
            Supplier<InboxTerm.Parts> parts) {
        this.properties = properties;
        this.kafka = kafka;
        this.service = service;
        this.ownMended = ownMended;
        this.parts = parts;
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public int lock() {
        return 3;
    }

    @Override
    public Duration takeover() {
        return properties.takeover();
    }

    @Override
    public Duration retryAtMost() {
        return properties.retryAtMost();
    }

    @Override
    public void lead(Leader.Term term) throws Exception {
        try (var topics = new FollowedTopics(kafka, service + "-inbox-admin");
                var feed = new Feed(kafka, service, properties.pollRows())) {
            new InboxTerm(term, properties, kafka, topics, feed, ownMended, parts.get()).run();
        } catch (Positions.Moved moved) {
            LOG.info("{}; they are read again", moved.getMessage());
        }
    }
}
