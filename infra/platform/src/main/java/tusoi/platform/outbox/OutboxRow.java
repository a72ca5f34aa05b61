package tusoi.platform.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row to be written: an event, or, without one, a value of a compacted topic. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutboxRow(String topic, String key, @Nullable Event event, byte @Nullable [] data) {
    record Event(UUID id, String type, UUID aggregateId, long version) {}
}
