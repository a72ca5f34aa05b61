package tusoi.platform.inbox;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An event as received; {@code recordedAt} and {@code actor} are the producer's. */
public record ReceivedEvent(
        String topic,
        int partition,
        long offset,
        String type,
        UUID aggregateId,
        long version,
        Instant recordedAt,
        UUID actor,
        JsonNode data) {}
