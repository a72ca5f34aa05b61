package tusoi.platform.inbox;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll gave, its events read already.
 *
 * @param next where each partition goes on after it
 * @param mends how often mends had changed when the events were read
 */
record Batch(List<Incoming> records, Map<TopicPartition, Long> next, Readings events, int mends) {}
