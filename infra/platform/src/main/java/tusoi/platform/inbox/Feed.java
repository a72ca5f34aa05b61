package tusoi.platform.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tusoi.platform.outbox.KafkaSettings;

/** The consumer and what it follows. It keeps no position in Kafka. */
final class Feed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition watermarks;

    Feed(KafkaSettings kafka, String service, int pollRows) {
        this.watermarks = new TopicPartition(kafka.watermarks(), 0);
        var settings = kafka.client(service + "-inbox");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "none");
        settings.put("allow.auto.create.topics", false);
        settings.put("max.poll.records", pollRows);
        settings.put("fetch.max.bytes", 16 * 1024 * 1024);
        settings.put("metadata.max.age.ms", 5000);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Follows these from their positions, and the watermarks from the first that is kept. */
    void follow(Collection<Position> positions, boolean withWatermarks) {
        var all = new ArrayList<TopicPartition>();
        positions.forEach(position -> all.add(position.partition()));
        if (withWatermarks) {
            all.add(watermarks);
        }
        consumer.assign(all);
        positions.forEach(position -> consumer.seek(position.partition(), position.next()));
        if (withWatermarks) {
            consumer.seekToBeginning(List.of(watermarks));
        }
    }

    void only(Collection<TopicPartition> partitions) {
        consumer.pause(consumer.assignment());
        consumer.resume(partitions);
    }

    void all() {
        consumer.resume(consumer.assignment());
    }

    List<Incoming> poll() {
        if (consumer.assignment().isEmpty()) {
            LockSupport.parkNanos(POLL.toNanos());
            return List.of();
        }
        try {
            var records = new ArrayList<Incoming>();
            consumer.poll(POLL).forEach(record -> records.add(new Incoming(record)));
            return records;
        } catch (OffsetOutOfRangeException lost) {
            // The log is shorter than what was taken of it: all of it is looked at again, repeats are no harm.
            LOG.error("Kafka no longer has offsets {}", lost.offsetOutOfRangePartitions());
            consumer.seekToBeginning(lost.partitions());
            return List.of();
        }
    }

    boolean isWatermark(Incoming record) {
        return record.topic().equals(watermarks.topic());
    }

    /** Where each partition goes on. */
    Map<TopicPartition, Long> positions() {
        var positions = new HashMap<TopicPartition, Long>();
        consumer.assignment().stream()
                .filter(partition -> !partition.equals(watermarks))
                .forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
