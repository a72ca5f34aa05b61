package tusoi.platform.outbox;

import java.util.UUID;

/**
 * An event on its way out.
 *
 * @param type the CloudEvents type, such as {@code org.unit-established.v1}
 * @param key Kafka's key; the aggregate's id, or one key for all that must keep order among themselves
 * @param version the aggregate's version, from 1, without gaps
 * @param data the aggregate's whole valid-time picture, written as JSON; no names of persons, no free text
 */
public record OutgoingEvent(String type, String key, UUID aggregateId, long version, Object data) {}
