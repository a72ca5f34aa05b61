package tusoi.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads on in a topic, from its end as it was at first, and sees that nothing is missing or out of order. */
final class TopicLog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long AT_MOST_SECONDS = 30;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> versions = new HashMap<>();

    TopicLog(String bootstrap, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "max.poll.records", 10_000, "enable.metrics.push", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** The next so many records, in the order in which their events were made. */
    List<ConsumerRecord<String, byte[]>> next(int count) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>(count);
        long begin = System.nanoTime();
        while (records.size() < count) {
            if (Rounds.secondsSince(begin) > AT_MOST_SECONDS) {
                throw new IllegalStateException("the topic has " + records.size() + " records of " + count);
            }
            consumer.poll(POLL).forEach(records::add);
        }
        records.forEach(this::check);
        records.sort(Comparator.comparing(record -> header(record, "ce_id")));
        return records;
    }

    private void check(ConsumerRecord<String, byte[]> record) {
        long version = Long.parseLong(header(record, "ce_aggregateversion"));
        Long before = versions.put(record.key(), version);
        if (before != null && before != version - 1) {
            throw new IllegalStateException("version " + version + " of " + record.key() + " comes after " + before);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
