package tusoi.platform.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * What a producer says of itself: every event of a recorded time up to {@code completeThrough} stands below these offsets.
 *
 * @param offsets end offset by topic and partition
 * @param topicIds the topics that these offsets count in, as a lost one starts again at 0
 */
public record Watermark(
        Instant completeThrough, Map<String, Map<Integer, Long>> offsets, Map<String, String> topicIds) {

    static Watermark of(Instant completeThrough, Map<TopicPartition, Long> ends, Map<String, String> topicIds) {
        var offsets = new TreeMap<String, Map<Integer, Long>>();
        ends.forEach((partition, end) -> offsets.computeIfAbsent(partition.topic(), topic -> new HashMap<>())
                .put(partition.partition(), end));
        return new Watermark(completeThrough, offsets, topicIds);
    }
}
