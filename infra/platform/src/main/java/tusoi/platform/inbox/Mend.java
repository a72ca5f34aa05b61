package tusoi.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What every reader uses in place of a record that cannot be read; without a payload the record is left out.
 *
 * @param account who made it
 * @param service where it was made
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Mend(
        String topic,
        int partition,
        long offset,
        String digest,
        @Nullable String key,
        Map<String, String> headers,
        byte @Nullable [] payload,
        @Nullable UUID account,
        @Nullable String service) {
    static final String TOPIC_SUFFIX = ".mended";
    static final String TOPIC = "mends-topic";
    static final String PARTITION = "mends-partition";
    static final String OFFSET = "mends-offset";
    static final String DIGEST = "mends-digest";
    static final String ACCOUNT = "mends-account";
    static final String SERVICE = "mends-service";

    static Mend of(Incoming record) {
        var headers = record.headers();
        return new Mend(
                needed(headers, TOPIC),
                Integer.parseInt(needed(headers, PARTITION)),
                Long.parseLong(needed(headers, OFFSET)),
                needed(headers, DIGEST),
                record.key(),
                headers,
                record.payload(),
                id(headers.remove(ACCOUNT)),
                headers.remove(SERVICE));
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static String needed(Map<String, String> headers, String name) {
        var value = headers.remove(name);
        if (value == null) {
            throw new IllegalArgumentException("Header " + name + " is missing");
        }
        return value;
    }

    byte[] digestBytes() {
        return HexFormat.of().parseHex(digest);
    }

    /** As if it had come where the original stands. */
    Incoming inPlaceOf(Incoming original) {
        return Incoming.of(original.topic(), original.partition(), original.offset(), key, headers, payload, digest);
    }

    Incoming inPlace() {
        return Incoming.of(topic, partition, offset, key, headers, payload, digest);
    }

    /** As it stands in the topic of mends, which has one partition. */
    ProducerRecord<String, byte[]> toRecord() {
        var record = new ProducerRecord<String, byte[]>(topic + TOPIC_SUFFIX, 0, key, payload);
        var all = new HashMap<>(headers);
        all.put(TOPIC, topic);
        all.put(PARTITION, String.valueOf(partition));
        all.put(OFFSET, String.valueOf(offset));
        all.put(DIGEST, digest);
        if (account != null) {
            all.put(ACCOUNT, account.toString());
        }
        if (service != null) {
            all.put(SERVICE, service);
        }
        all.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
