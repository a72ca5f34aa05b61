package tusoi.platform.outbox;

import org.jspecify.annotations.Nullable;

/** Takes events within the command's transaction; all or none of them reach Kafka. */
public interface Outbox {
    /** Writes the event for this service's topic with the transaction's recorded time and actor. */
    void publish(OutgoingEvent event);

    /**
     * Writes a value for a compacted topic of this service ({@code org.names}); null is a tombstone. Such rows are not kept
     * once sent.
     */
    void publishLatest(String topic, String key, @Nullable Object value);
}
