package tusoi.platform.inbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the values of compacted topics, the last of each key. */
final class LatestIntake {
    private static final Logger LOG = LoggerFactory.getLogger(LatestIntake.class);

    private static final LetterTrail.Told NOBODY = new LetterTrail.Told(null, null, null);

    private final List<LatestProjection> projections;
    private final DeadLetterRows deadLetters;
    private final LetterTrail trail;
    private final TransactionOperations savepoint;

    LatestIntake(
            List<LatestProjection> projections,
            DeadLetterRows deadLetters,
            LetterTrail trail,
            TransactionOperations savepoint) {
        this.projections = projections;
        this.deadLetters = deadLetters;
        this.trail = trail;
        this.savepoint = savepoint;
    }

    Set<String> topics() {
        var topics = new HashSet<String>();
        projections.forEach(projection -> topics.add(projection.topic()));
        return topics;
    }

    void take(List<Incoming> records, Tally tally) {
        for (var projection : projections) {
            var last = new HashMap<String, Incoming>();
            records.stream()
                    .filter(record -> record.topic().equals(projection.topic()))
                    .forEach(record -> last.put(String.valueOf(record.key()), record));
            if (!last.isEmpty()) {
                take(projection, last, tally);
            }
        }
    }

    private void take(LatestProjection projection, Map<String, Incoming> last, Tally tally) {
        try {
            savepoint.executeWithoutResult(status -> projection.apply(values(last)));
            last.values().forEach(record -> tally.add(projection.topic(), "applied"));
            deadLetters.closeLatest(projection.topic(), last.keySet()).forEach(letter -> {
                trail.answered(letter);
                trail.add(letter, LetterAction.REPLAYED, NOBODY);
            });
        } catch (RuntimeException failed) {
            if (Failures.isForNow(failed)) {
                throw failed;
            }
            if (last.size() > 1) {
                last.forEach((key, record) -> take(projection, Map.of(key, record), tally));
            } else {
                last.values().forEach(record -> bury(record, failed, tally));
            }
        }
    }

    private static Map<String, @Nullable JsonNode> values(Map<String, Incoming> last) {
        var values = new HashMap<String, @Nullable JsonNode>();
        last.forEach((key, record) -> values.put(
                key, record.payload() == null ? null : JsonMapper.shared().readTree(record.payload())));
        return values;
    }

    /** Without the value: it is a person's name, and would stay after its erasure. */
    private void bury(Incoming record, RuntimeException failed, Tally tally) {
        LOG.error("Dead letter {}-{}@{}", record.topic(), record.partition(), record.offset());
        var reason = failed.getClass().getName();
        if (!deadLetters.addLatest(record, reason)) {
            deadLetters
                    .letterOf(record)
                    .ifPresent(
                            letter -> trail.add(letter, LetterAction.FAILED, new LetterTrail.Told(null, null, reason)));
        }
        tally.add(record.topic(), "dead");
    }
}
