package tusoi.platform.inbox;

import org.apache.kafka.common.TopicPartition;

/** How far a partition has been taken, in the topic of that id. */
record Position(TopicPartition partition, String topicId, long next) {
    Position at(long offset) {
        return new Position(partition, topicId, offset);
    }
}
