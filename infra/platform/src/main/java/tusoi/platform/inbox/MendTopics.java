package tusoi.platform.inbox;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tusoi.platform.outbox.KafkaSettings;

/** Writes mends where every reader finds them. They are few: each has a producer of its own. */
final class MendTopics {
    private final KafkaSettings kafka;
    private final String service;

    MendTopics(KafkaSettings kafka, String service) {
        this.kafka = kafka;
        this.service = service;
    }

    /** Throws IllegalStateException where it may not have been written. */
    void write(Mend mend) {
        var settings = kafka.client(service + "-mends");
        settings.remove("default.api.timeout.ms");
        settings.put("acks", "all");
        settings.put("max.block.ms", kafka.timeout().toMillis());
        settings.put(
                "delivery.timeout.ms", (int) kafka.timeout().multipliedBy(2).toMillis());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(mend.toRecord()).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The mend was not written", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The mend may not have been written", interrupted);
        }
    }
}
