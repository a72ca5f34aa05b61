package tusoi.platform.inbox;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tusoi.platform.outbox.KafkaSettings;

/** For operators: what could not be taken, and how to put something in its place, for every reader and for ever. */
public final class DeadLetters {
    private final DeadLetterRows rows;
    private final KafkaSettings kafka;
    private final String service;

    DeadLetters(DeadLetterRows rows, KafkaSettings kafka, String service) {
        this.rows = rows;
        this.kafka = kafka;
        this.service = service;
    }

    /** Those not mended yet, oldest first. */
    public List<DeadLetter> open(long afterId, int size) {
        return rows.open(afterId, Math.min(size, 200));
    }

    /**
     * Writes a mend: this value under these headers, those of the original where not given. Throws
     * IllegalArgumentException where there is no such letter.
     */
    public void mend(long id, Map<String, String> headers, byte[] payload) {
        write(letter(id), headers, payload);
    }

    /** Writes a mend that leaves the record out. */
    public void leaveOut(long id) {
        write(letter(id), Map.of(), null);
    }

    private DeadLetter letter(long id) {
        var letter = rows.find(id);
        if (letter == null) {
            throw new IllegalArgumentException("There is no dead letter " + id);
        }
        return letter;
    }

    private void write(DeadLetter letter, Map<String, String> headers, byte @Nullable [] payload) {
        var all = new HashMap<>(letter.headers());
        all.putAll(headers);
        var digest = HexFormat.of().formatHex(letter.digest());
        send(new Mend(letter.topic(), letter.partition(), letter.offset(), digest, letter.key(), all, payload)
                .toRecord());
    }

    private void send(ProducerRecord<String, byte[]> record) {
        var settings = kafka.client(service + "-mends");
        settings.remove("default.api.timeout.ms");
        settings.put("acks", "all");
        settings.put("max.block.ms", kafka.timeout().toMillis());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The mend was not written", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The mend may not have been written", interrupted);
        }
    }
}
