package tusoi.platform.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import tusoi.platform.outbox.KafkaSettings;

/** Down until the topics have been taken to their ends as they stood at start; so for every instance, whichever leads. */
final class InboxHealth extends AbstractHealthIndicator {
    private final Positions positions;
    private final KafkaSettings kafka;
    private final String service;
    private final Set<String> topics;
    private @Nullable Map<Position, Long> endsAtStart;
    private volatile boolean passed;

    InboxHealth(Positions positions, KafkaSettings kafka, String service, Set<String> topics) {
        super("The inbox cannot tell how far it is");
        this.positions = positions;
        this.kafka = kafka;
        this.service = service;
        this.topics = topics;
        this.passed = topics.isEmpty();
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        if (!passed) {
            passed = hasPassed(builder);
        }
        builder.status(passed ? "UP" : "DOWN");
    }

    private synchronized boolean hasPassed(Health.Builder builder) throws Exception {
        if (endsAtStart == null) {
            endsAtStart = ends();
        }
        var known = positions.load();
        var behind = 0L;
        for (var end : endsAtStart.entrySet()) {
            var wanted = end.getKey();
            var position = known.getOrDefault(wanted.partition(), wanted.at(0));
            if (!position.topicId().equals(wanted.topicId())) {
                endsAtStart = null; // the topic was lost meanwhile
                return false;
            }
            behind += Math.max(0, end.getValue() - position.next());
        }
        builder.withDetail("eventsBehind", behind);
        return behind == 0;
    }

    private Map<Position, Long> ends() throws Exception {
        try (var followed = new FollowedTopics(kafka, service + "-inbox-health")) {
            var partitions = followed.partitions(topics);
            var ends = new HashMap<Position, Long>();
            for (var end : followed.ends(partitions.keySet()).entrySet()) {
                ends.put(new Position(end.getKey(), partitions.getOrDefault(end.getKey(), ""), 0), end.getValue());
            }
            return ends;
        }
    }
}
