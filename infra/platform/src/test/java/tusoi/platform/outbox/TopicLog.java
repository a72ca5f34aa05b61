package tusoi.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its first record to its present end, outside the platform. */
public final class TopicLog {
    private TopicLog() {}

    public static List<ConsumerRecord<String, byte[]>> read(String bootstrap, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap, "allow.auto.create.topics", false, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<PartitionInfo> known = consumer.listTopics().getOrDefault(topic, List.of());
            var partitions = known.stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var open = new HashMap<>(consumer.endOffsets(partitions));
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            while (!open.isEmpty()) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
            return records;
        }
    }

    public static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The versions of each key, in the order of the log, a repeat left out. */
    public static Map<String, List<Long>> firstVersionsByKey(List<ConsumerRecord<String, byte[]>> records) {
        var byKey = new HashMap<String, List<Long>>();
        for (var record : records) {
            var versions = byKey.computeIfAbsent(record.key(), key -> new ArrayList<>());
            var version = Long.valueOf(header(record, "ce_aggregateversion"));
            if (!versions.contains(version)) {
                versions.add(version);
            }
        }
        return byKey;
    }
}
