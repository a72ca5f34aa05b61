package tusoi.platform.inbox;

import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.time.IsoText;

/** Reads a CloudEvent in Kafka's binary mode. */
final class EventReader {
    private final JsonMapper json = JsonMapper.shared();

    /** Throws a RuntimeException that says what cannot be read. */
    ReadEvent read(Incoming record) {
        var payload = record.payload();
        if (payload == null) {
            throw new IllegalArgumentException("The record has no value");
        }
        var time = needed(record, "ce_time");
        var recordedAt = IsoText.instant(time);
        var event = new ReceivedEvent(
                record.topic(),
                record.partition(),
                record.offset(),
                needed(record, "ce_type"),
                UUID.fromString(needed(record, "ce_subject")),
                Long.parseLong(needed(record, "ce_aggregateversion")),
                recordedAt,
                UUID.fromString(needed(record, "ce_actor")),
                object(payload));
        return new ReadEvent(record, event, Digests.ofEvent(event, IsoText.canonical(time, recordedAt), payload));
    }

    private JsonNode object(byte[] payload) {
        var data = tree(payload);
        if (!data.isObject()) {
            throw new IllegalArgumentException("The value is no JSON object");
        }
        return data;
    }

    /** An operator reads why it could not be read: on one line, with the place, without how Jackson is set. */
    private JsonNode tree(byte[] payload) {
        try {
            return json.readTree(payload);
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            throw new IllegalArgumentException(
                    "The value is no JSON: " + broken.getOriginalMessage()
                            + (place == null ? "" : ", at byte " + place.getByteOffset()),
                    broken);
        }
    }

    private static String needed(Incoming record, String header) {
        var value = record.header(header);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("Header " + header + " is missing");
        }
        return value;
    }
}
