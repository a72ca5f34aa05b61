package tusoi.platform.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The topics that the relay fills: made when they are new, told apart from ones that came after a loss. */
final class Target {
    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private final OutboxTopics topics;
    private final OutboxProperties properties;
    private final KafkaSettings kafka;
    private final Topics kafkaTopics;
    private final PendingRows rows;
    private final Sender sender;
    private final Map<String, LatestValues> latestValues = new HashMap<>();
    private final KeptMends mends;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private Map<String, String> ids = Map.of();

    Target(
            OutboxTopics topics,
            OutboxProperties properties,
            KafkaSettings kafka,
            Topics kafkaTopics,
            PendingRows rows,
            Sender sender,
            List<LatestValues> latestValues,
            KeptMends mends) {
        this.topics = topics;
        this.properties = properties;
        this.kafka = kafka;
        this.kafkaTopics = kafkaTopics;
        this.rows = rows;
        this.sender = sender;
        this.mends = mends;
        latestValues.forEach(values -> this.latestValues.put(values.topic(), values));
    }

    private Set<String> names() {
        var names = new LinkedHashSet<String>();
        names.add(topics.events());
        names.addAll(topics.latest());
        return names;
    }

    /** Null where Kafka still has the topics that were filled so far; else what is amiss. Makes topics that are new. */
    @Nullable
    String lost() throws ExecutionException, InterruptedException {
        var known = rows.topicIds();
        var present = kafkaTopics.ids(names());
        for (var topic : names()) {
            var id = known.get(topic);
            if (id != null && !id.equals(present.get(topic))) {
                return "resend needed: topic " + topic + (present.containsKey(topic) ? " is another one" : " is gone");
            }
        }
        if (!known.keySet().containsAll(names())) {
            make(known);
            known = rows.topicIds();
        }
        if (!known.equals(ids)) {
            ids = known;
            ends.clear();
            ends.putAll(kafkaTopics.ends(names()));
        }
        return null;
    }

    private void make(Map<String, String> known) throws ExecutionException, InterruptedException {
        kafkaTopics.createWatermarks(kafka.watermarks());
        kafkaTopics.createMended(topics.mended());
        kafkaTopics.createEvents(topics.events(), properties.partitions());
        for (var topic : topics.latest()) {
            kafkaTopics.createLatest(topic, properties.partitions());
        }
        if (!known.containsKey(topics.events())) {
            // Before the events, so that a reader who begins anew knows them first.
            mends.of(topics.events()).forEach(sender::sendNow);
        }
        var present = idsOfAll();
        for (var topic : names()) {
            var id = present.get(topic);
            if (id != null && !known.containsKey(topic)) {
                refill(topic);
                rows.storeTopicId(topic, id);
            }
        }
    }

    /** What was just made is described a moment later; to begin with some of it would mean to send the first batch twice. */
    private Map<String, String> idsOfAll() throws ExecutionException, InterruptedException {
        var deadline = System.nanoTime() + kafka.timeout().toNanos();
        var present = kafkaTopics.ids(names());
        while (present.size() < names().size() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            present = kafkaTopics.ids(names());
        }
        return present;
    }

    /** A compacted topic keeps no journal: a new one starts with the values of today. */
    private void refill(String topic) throws InterruptedException {
        var values = latestValues.get(topic);
        if (values != null) {
            var chunk = new ArrayList<PendingRow>();
            values.forEach((key, value) -> {
                chunk.add(PendingRow.latest(topic, key, JsonMapper.shared().writeValueAsBytes(value)));
                if (chunk.size() == properties.batchRows()) {
                    sendNow(chunk);
                }
            });
            sendNow(chunk);
        }
    }

    private void sendNow(List<PendingRow> chunk) {
        var batch = sender.send(List.copyOf(chunk));
        chunk.clear();
        try {
            if (!batch.awaitMillis(kafka.timeout().toMillis()) || batch.failure() != null) {
                throw new IllegalStateException("A compacted topic could not be refilled", batch.failure());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Refilling was interrupted", interrupted);
        }
    }

    void reached(Map<TopicPartition, Long> acknowledged) {
        acknowledged.forEach((partition, end) -> ends.merge(partition, end, Math::max));
    }

    Map<String, String> ids() {
        return ids;
    }

    Map<TopicPartition, Long> ends() {
        return ends;
    }
}
