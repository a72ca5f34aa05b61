package tusoi.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record as Kafka gave it, or the mend that stands in its place. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Incoming(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        byte @Nullable [] payload) {

    static Incoming of(ConsumerRecord<byte[], byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        var key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        return new Incoming(record.topic(), record.partition(), record.offset(), key, headers, record.value());
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }
}
