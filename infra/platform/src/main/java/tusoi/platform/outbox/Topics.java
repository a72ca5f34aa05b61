package tusoi.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes topics as they have to be, and tells whether they are still the same ones. */
final class Topics implements AutoCloseable {
    private static final Map<String, String> FOR_EVER =
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");
    /** Ten heartbeats a second and producer: the log is kept short. */
    private static final Map<String, String> HEARTBEATS = Map.of(
            "cleanup.policy", "compact",
            "segment.ms", "60000",
            "segment.bytes", "1048576",
            "min.cleanable.dirty.ratio", "0.1",
            "delete.retention.ms", "60000");

    private final Admin admin;

    Topics(KafkaSettings kafka, String service) {
        this.admin = Admin.create(kafka.client(service + "-relay-admin"));
    }

    void createEvents(String topic, int partitions) throws ExecutionException, InterruptedException {
        create(topic, partitions, FOR_EVER, true);
    }

    void createMended(String topic) throws ExecutionException, InterruptedException {
        create(topic, 1, FOR_EVER, true);
    }

    void createLatest(String topic, int partitions) throws ExecutionException, InterruptedException {
        create(topic, partitions, COMPACTED, true);
    }

    void createWatermarks(String topic) throws ExecutionException, InterruptedException {
        create(topic, 1, HEARTBEATS, false);
    }

    private void create(String topic, int partitions, Map<String, String> settings, boolean durable)
            throws ExecutionException, InterruptedException {
        var configs = new HashMap<>(settings);
        var brokers = admin.describeCluster().nodes().get().size();
        if (durable && brokers == 1) {
            // The acknowledgement of a single broker has to outlive a power cut.
            configs.put("flush.messages", "1");
        } else if (brokers >= 3) {
            configs.put("min.insync.replicas", "2");
        }
        var made = new NewTopic(topic, partitions, (short) Math.min(3, brokers)).configs(configs);
        try {
            admin.createTopics(List.of(made)).all().get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    /** The ids of those that exist. */
    Map<String, String> ids(Set<String> topics) throws ExecutionException, InterruptedException {
        var ids = new TreeMap<String, String>();
        for (var described : admin.describeTopics(topics).topicNameValues().entrySet()) {
            describe(described.getValue())
                    .ifPresent(
                            topic -> ids.put(described.getKey(), topic.topicId().toString()));
        }
        return ids;
    }

    private static Optional<TopicDescription> describe(KafkaFuture<TopicDescription> described)
            throws ExecutionException, InterruptedException {
        try {
            return Optional.of(described.get());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    Map<TopicPartition, Long> ends(Set<String> topics) throws ExecutionException, InterruptedException {
        var partitions = new ArrayList<TopicPartition>();
        for (var described : admin.describeTopics(topics).allTopicNames().get().values()) {
            IntStream.range(0, described.partitions().size())
                    .forEach(number -> partitions.add(new TopicPartition(described.name(), number)));
        }
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        for (Map.Entry<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> end :
                admin.listOffsets(asked).all().get().entrySet()) {
            ends.put(end.getKey(), end.getValue().offset());
        }
        return ends;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
