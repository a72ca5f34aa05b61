package tusoi.platform.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The relay's producer. It retries for ever and in order by itself, so that a dead broker is a wait and not a failure. */
final class Sender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaSettings kafka;

    Sender(KafkaSettings kafka, String service) {
        this.kafka = kafka;
        this.producer =
                new KafkaProducer<>(settings(kafka, service), new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> settings(KafkaSettings kafka, String service) {
        var settings = new HashMap<>(kafka.client(service + "-relay"));
        settings.remove("default.api.timeout.ms");
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        // A broker takes any first sequence of a producer that it has not heard yet: of two requests under way to a new
        // partition the second may be taken while the first, refused for now, comes again after it.
        settings.put("max.in.flight.requests.per.connection", 1);
        settings.put("delivery.timeout.ms", Integer.MAX_VALUE);
        settings.put("max.block.ms", kafka.timeout().toMillis());
        settings.put("linger.ms", 1);
        settings.put("batch.size", 256 * 1024);
        settings.put("buffer.memory", 64L * 1024 * 1024);
        settings.put("compression.type", "lz4");
        return settings;
    }

    /** Sends in order and does not wait. */
    Batch send(List<PendingRow> rows) {
        var batch = new Batch(rows);
        for (int i = 0; i < rows.size() && batch.mayGoOn(i); i++) {
            batch.send(producer, i);
        }
        return batch;
    }

    /** Throws where Kafka does not take it within the timeout. */
    void sendNow(ProducerRecord<String, byte[]> record) {
        try {
            var unused = producer.send(record).get(kafka.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("Kafka did not take a mend for now", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Sending was interrupted", interrupted);
        }
    }

    /** Not waited for: the next one says more. */
    void say(String service, Watermark watermark) {
        var value = JsonMapper.shared().writeValueAsBytes(watermark);
        var unused = producer.send(new ProducerRecord<>(kafka.watermarks(), service, value), (metadata, failed) -> {
            if (failed != null) {
                LOG.warn("A watermark was not sent: {}", failed.toString());
            }
        });
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
