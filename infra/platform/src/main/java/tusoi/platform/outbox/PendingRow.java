package tusoi.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** A row on its way to Kafka. */
record PendingRow(long seq, ProducerRecord<String, byte[]> message) {
    private static final Header SPEC = header("ce_specversion", "1.0");
    private static final Header JSON = header("content-type", "application/json");

    static PendingRow read(ResultSet row, String source) throws SQLException {
        var seq = row.getLong("seq");
        var topic = row.getString("topic");
        var key = row.getString("key");
        if (row.getBoolean("latest")) {
            return new PendingRow(seq, new ProducerRecord<>(topic, null, key, row.getBytes("value"), List.of(JSON)));
        }
        var recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        var message = new ProducerRecord<>(
                topic, null, recordedAt.toEpochMilli(), key, row.getBytes("data"), List.of(SPEC, JSON));
        add(message, "ce_id", row.getString("event_id"));
        add(message, "ce_source", source);
        add(message, "ce_type", row.getString("type"));
        add(message, "ce_time", recordedAt.toString());
        add(message, "ce_subject", row.getString("aggregate_id"));
        add(message, "ce_aggregateversion", row.getString("version"));
        add(message, "ce_actor", row.getString("actor"));
        add(message, "traceparent", row.getString("traceparent"));
        return new PendingRow(seq, message);
    }

    /** A value that comes from no row. */
    static PendingRow latest(String topic, String key, byte[] value) {
        return new PendingRow(0, new ProducerRecord<>(topic, null, key, value, List.of(JSON)));
    }

    private static void add(ProducerRecord<String, byte[]> message, String name, @Nullable String value) {
        if (value != null) {
            message.headers().add(header(name, value));
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
