package tusoi.platform.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.outbox.Watermark;
import tusoi.platform.persistence.SqlArrays;

/** Adopts what a producer says of itself once everything that it speaks of has been taken. */
final class WatermarkIntake {
    private static final Logger LOG = LoggerFactory.getLogger(WatermarkIntake.class);
    private static final int WAITING = 64;

    private final JdbcClient jdbc;
    private final Set<String> topics;
    private final Map<String, Deque<Watermark>> waiting = new HashMap<>();

    WatermarkIntake(JdbcClient jdbc, InboxProperties properties) {
        this.jdbc = jdbc;
        this.topics = properties.topics();
        properties.producers().forEach(producer -> waiting.put(producer, new ArrayDeque<>()));
    }

    void hear(Incoming record) {
        var queue = waiting.get(String.valueOf(record.key()));
        if (queue == null || record.payload() == null) {
            return;
        }
        try {
            if (queue.size() == WAITING) {
                queue.removeLast(); // the oldest stay: a reader that is behind reaches them first
            }
            queue.addLast(JsonMapper.shared().readValue(record.payload(), Watermark.class));
        } catch (RuntimeException unreadable) {
            LOG.warn(
                    "A watermark of {} cannot be read: {}",
                    record.key(),
                    unreadable.getClass().getName());
        }
    }

    /** The newest of each producer that these positions have passed; they leave the queue. */
    Map<String, Instant> passed(Map<TopicPartition, Position> positions) {
        var passed = new HashMap<String, Instant>();
        waiting.forEach((producer, queue) -> {
            var followed = topics.stream()
                    .filter(topic -> InboxProperties.producerOf(topic).equals(producer))
                    .toList();
            // What speaks of topics that are lost is of no use; a refreshed assignment hears the newest again.
            queue.removeIf(watermark -> followed.stream().anyMatch(topic -> isOfAnother(watermark, topic, positions)));
            while (!queue.isEmpty()
                    && followed.stream().allMatch(topic -> hasPassed(queue.getFirst(), topic, positions))) {
                passed.merge(producer, queue.removeFirst().completeThrough(), WatermarkIntake::later);
            }
        });
        return passed;
    }

    private static boolean isOfAnother(Watermark watermark, String topic, Map<TopicPartition, Position> positions) {
        var first = positions.get(new TopicPartition(topic, 0));
        return first != null && !first.topicId().equals(watermark.topicIds().get(topic));
    }

    private static boolean hasPassed(Watermark watermark, String topic, Map<TopicPartition, Position> positions) {
        var ends = watermark.offsets().get(topic);
        return ends != null
                && ends.entrySet().stream().allMatch(end -> {
                    var position = positions.get(new TopicPartition(topic, end.getKey()));
                    return position != null && position.next() >= end.getValue();
                });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    void adopt(Map<String, Instant> passed) {
        var entries = List.copyOf(passed.entrySet());
        jdbc.sql("""
                        insert into platform.inbox_watermark as w (producer, complete_through)
                        select * from unnest(?, ?)
                        on conflict (producer) do update set complete_through = excluded.complete_through
                        where w.complete_through < excluded.complete_through
                        """)
                .param(SqlArrays.of("text", entries, Map.Entry::getKey))
                .param(SqlArrays.of(
                        "timestamptz", entries, entry -> entry.getValue().atOffset(ZoneOffset.UTC)))
                .update();
    }
}
