package tusoi.platform.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import tusoi.platform.outbox.KafkaSettings;

/** Asks Kafka which topics there are and where they end. */
final class FollowedTopics implements AutoCloseable {
    private final Admin admin;

    FollowedTopics(KafkaSettings kafka, String client) {
        this.admin = Admin.create(kafka.client(client));
    }

    /** The partitions of those topics that exist, each with its topic's id. */
    Map<TopicPartition, String> partitions(Set<String> topics) throws ExecutionException, InterruptedException {
        var partitions = new HashMap<TopicPartition, String>();
        for (var described : admin.describeTopics(topics).topicNameValues().values()) {
            try {
                var topic = described.get();
                topic.partitions()
                        .forEach(part -> partitions.put(
                                new TopicPartition(topic.name(), part.partition()),
                                topic.topicId().toString()));
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failed;
                }
            }
        }
        return partitions;
    }

    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        for (var end : admin.listOffsets(asked).all().get().entrySet()) {
            ends.put(end.getKey(), end.getValue().offset());
        }
        return ends;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
