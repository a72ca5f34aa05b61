package tusoi.platform.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Rows that were given to the producer together, and what became of each. */
final class Batch {
    private static final Set<Class<?>> FOR_GOOD = Set.of(
            RecordTooLargeException.class,
            InvalidRecordException.class,
            InvalidTimestampException.class,
            PolicyViolationException.class,
            SerializationException.class);

    private final List<PendingRow> rows;
    private final @Nullable RecordMetadata[] acknowledged;
    private final @Nullable Exception[] failures;
    private final CountDownLatch open;
    private final Set<String> refusedKeys = new HashSet<>();
    private volatile boolean broken;

    Batch(List<PendingRow> rows) {
        this.rows = rows;
        this.acknowledged = new RecordMetadata[rows.size()];
        this.failures = new Exception[rows.size()];
        this.open = new CountDownLatch(rows.size());
    }

    /** Once a row has failed for now, none may pass it. The rows not given away count as settled. */
    boolean mayGoOn(int from) {
        if (broken) {
            for (int i = from; i < rows.size(); i++) {
                open.countDown();
            }
        }
        return !broken;
    }

    void send(Producer<String, byte[]> producer, int index) {
        var message = rows.get(index).message();
        if (isBehindRefused(rows.get(index))) {
            open.countDown();
            return;
        }
        try {
            var unused = producer.send(
                    message, (metadata, failed) -> settle(index, failed == null ? metadata : null, failed));
        } catch (KafkaException failed) {
            settle(index, null, failed);
        }
    }

    private synchronized boolean isBehindRefused(PendingRow row) {
        return refusedKeys.contains(line(row));
    }

    private static String line(PendingRow row) {
        return row.message().topic() + "/" + row.message().key();
    }

    private synchronized void settle(int index, @Nullable RecordMetadata metadata, @Nullable Exception failed) {
        if (failed != null && isForGood(failed)) {
            refusedKeys.add(line(rows.get(index)));
        } else if (failed != null) {
            broken = true;
        }
        acknowledged[index] = metadata;
        failures[index] = failed;
        open.countDown();
    }

    boolean awaitMillis(long millis) throws InterruptedException {
        return open.await(millis, TimeUnit.MILLISECONDS);
    }

    /** What Kafka has and may be forgotten: of each key no further than its first failure. */
    synchronized List<Long> sent() {
        var sent = new ArrayList<Long>();
        var stopped = new HashSet<String>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var failed = failures[i];
            if (failed != null && !isForGood(failed)) {
                stopped.add(line(row));
            } else if (acknowledged[i] != null && !stopped.contains(line(row))) {
                sent.add(row.seq());
            }
        }
        return sent;
    }

    synchronized Map<PendingRow, String> refused() {
        var refused = new HashMap<PendingRow, String>();
        for (int i = 0; i < rows.size(); i++) {
            var failed = failures[i];
            if (failed != null && isForGood(failed)) {
                refused.put(rows.get(i), failed.toString());
            }
        }
        return refused;
    }

    /** The first failure that is not about a row but about Kafka. */
    synchronized @Nullable Exception failure() {
        for (var failed : failures) {
            if (failed != null && !isForGood(failed)) {
                return failed;
            }
        }
        return null;
    }

    synchronized Map<TopicPartition, Long> ends() {
        var ends = new HashMap<TopicPartition, Long>();
        for (var metadata : acknowledged) {
            if (metadata != null) {
                ends.merge(
                        new TopicPartition(metadata.topic(), metadata.partition()), metadata.offset() + 1, Math::max);
            }
        }
        return ends;
    }

    private static boolean isForGood(Exception failed) {
        return FOR_GOOD.contains(failed.getClass());
    }
}
