package tusoi.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as Kafka gave it, or the mend that stands in its place. What nobody asks for is not decoded.
 *
 * @param mendOf the digest of the original, where this is a mend
 */
record Incoming(
        ConsumerRecord<byte[], byte[]> record, @Nullable String mendOf) {
    Incoming(ConsumerRecord<byte[], byte[]> record) {
        this(record, null);
    }

    static Incoming of(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            Map<String, String> headers,
            byte @Nullable [] payload,
            @Nullable String mendOf) {
        var keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        var record = new ConsumerRecord<>(topic, partition, offset, keyBytes, payload);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new Incoming(record, mendOf);
    }

    String topic() {
        return record.topic();
    }

    int partition() {
        return record.partition();
    }

    long offset() {
        return record.offset();
    }

    @Nullable
    String key() {
        return record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
    }

    byte @Nullable [] payload() {
        return record.value();
    }

    @Nullable
    String header(String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : text(header);
    }

    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), text(header)));
        return headers;
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
