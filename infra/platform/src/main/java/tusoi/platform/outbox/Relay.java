package tusoi.platform.outbox;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.List;
import tusoi.platform.persistence.Leader;

/** The relay, as the one instance that leads runs it. */
final class Relay implements Leader.Task {
    private final OutboxTopics topics;
    private final OutboxProperties properties;
    private final KafkaSettings kafka;
    private final List<LatestValues> latestValues;
    private final KeptMends mends;
    private final Counter sent;

    Relay(
            OutboxTopics topics,
            OutboxProperties properties,
            KafkaSettings kafka,
            List<LatestValues> latestValues,
            KeptMends mends,
            Counter sent) {
        this.topics = topics;
        this.properties = properties;
        this.kafka = kafka;
        this.latestValues = latestValues;
        this.mends = mends;
        this.sent = sent;
    }

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public int lock() {
        return 2;
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
        PendingRows.prepare(term.connection());
        var rows = new PendingRows(term.dataSource(), topics.service());
        try (var kafkaTopics = new Topics(kafka, topics.service());
                var sender = new Sender(kafka, topics.service())) {
            var target = new Target(topics, properties, kafka, kafkaTopics, rows, sender, latestValues, mends);
            var clock = new RelayClock(term.dataSource());
            new RelayTerm(term, properties, clock, rows, sender, target, sent, topics.service()).run();
        }
    }
}
