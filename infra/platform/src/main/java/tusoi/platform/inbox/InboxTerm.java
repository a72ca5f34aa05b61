package tusoi.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.outbox.KafkaSettings;
import tusoi.platform.persistence.Leader;

/** One leadership of the inbox: mends first, then everything, each poll in one transaction. */
final class InboxTerm {
    private static final Logger LOG = LoggerFactory.getLogger(InboxTerm.class);

    private final Leader.Term term;
    private final InboxProperties properties;
    private final KafkaSettings kafka;
    private final FollowedTopics topics;
    private final Feed feed;
    private final Parts parts;
    private final Map<TopicPartition, Position> positions = new HashMap<>();
    private final Set<String> mendedTopics;
    private Map<TopicPartition, String> followed = Map.of();
    private long nextCheckNanos;

    /** What a poll is given to. */
    record Parts(
            TransactionOperations transaction,
            Positions positions,
            Intake intake,
            MendIntake mends,
            LatestIntake latest,
            WatermarkIntake watermarks,
            Chores chores,
            MeterRegistry meters) {}

    InboxTerm(
            Leader.Term term,
            InboxProperties properties,
            KafkaSettings kafka,
            FollowedTopics topics,
            Feed feed,
            String ownMended,
            Parts parts) {
        this.term = term;
        this.properties = properties;
        this.kafka = kafka;
        this.topics = topics;
        this.feed = feed;
        this.parts = parts;
        this.mendedTopics = Stream.concat(
                        Stream.of(ownMended), properties.topics().stream().map(topic -> topic + Mend.TOPIC_SUFFIX))
                .collect(Collectors.toSet());
    }

    void run() throws Exception {
        parts.mends().load();
        follow(present());
        try (var ahead = new ReadAhead(this::poll)) {
            while (!term.isOver()) {
                take(ahead.next());
                checkNowAndThen(ahead);
            }
        }
    }

    private Map<TopicPartition, String> present() throws ExecutionException, InterruptedException {
        var wanted = new HashSet<>(properties.topics());
        wanted.addAll(mendedTopics);
        wanted.addAll(parts.latest().topics());
        wanted.add(kafka.watermarks());
        return topics.partitions(wanted);
    }

    /** A partition is taken from where the database says, or from 0 where its topic is new or another one. */
    private void follow(Map<TopicPartition, String> present) throws ExecutionException, InterruptedException {
        followed = present;
        var known = parts.positions().load();
        positions.clear();
        var started = new ArrayList<Position>();
        present.forEach((partition, id) -> {
            if (partition.topic().equals(kafka.watermarks())) {
                return;
            }
            var position = known.get(partition);
            if (position == null || !position.topicId().equals(id)) {
                position = new Position(partition, id, 0);
                started.add(position);
            }
            positions.put(partition, position);
        });
        if (!started.isEmpty()) {
            LOG.info("{} partitions are read from their first record", started.size());
            parts.transaction().executeWithoutResult(status -> parts.positions().start(started));
        }
        feed.follow(positions.values(), present.containsKey(new TopicPartition(kafka.watermarks(), 0)));
        readMendsToTheEnd();
    }

    private void readMendsToTheEnd() throws ExecutionException, InterruptedException {
        var mended = positions.keySet().stream()
                .filter(partition -> mendedTopics.contains(partition.topic()))
                .toList();
        var ends = topics.ends(mended);
        feed.only(mended);
        while (!term.isOver() && ends.entrySet().stream().anyMatch(end -> isBefore(end.getKey(), end.getValue()))) {
            take(poll());
        }
        feed.all();
    }

    private boolean isBefore(TopicPartition partition, long end) {
        var position = positions.get(partition);
        return position != null && position.next() < end;
    }

    private Batch poll() {
        var records = feed.poll();
        var mends = parts.mends().changes();
        return new Batch(records, feed.positions(), read(records), mends);
    }

    private Readings read(List<Incoming> records) {
        return parts.intake().read(parts.mends().mended(of(records, properties.topics())));
    }

    private void take(Batch batch) {
        var moved = new HashMap<TopicPartition, Long>();
        var after = new HashMap<>(positions);
        positions.forEach((partition, position) -> {
            var next = batch.next().get(partition);
            if (next != null && next != position.next()) {
                moved.put(partition, next);
                after.put(partition, position.at(next));
            }
        });
        batch.records().stream().filter(feed::isWatermark).forEach(parts.watermarks()::hear);
        var passed = parts.watermarks().passed(after);
        if (moved.isEmpty() && passed.isEmpty()) {
            return;
        }
        var tally = new Tally();
        parts.transaction().executeWithoutResult(status -> {
            parts.positions().check(positions.values());
            if (!moved.isEmpty()) {
                parts.positions().move(positions.values(), moved);
            }
            distribute(batch, tally);
            if (!passed.isEmpty()) {
                parts.watermarks().adopt(passed);
            }
        });
        positions.putAll(after);
        tally.count(parts.meters());
    }

    private void distribute(Batch batch, Tally tally) {
        parts.mends().take(of(batch.records(), mendedTopics), tally);
        var isAsMended = parts.mends().changes() == batch.mends();
        parts.intake().take(isAsMended ? batch.events() : read(batch.records()), tally);
        parts.latest().take(of(batch.records(), parts.latest().topics()), tally);
    }

    private static List<Incoming> of(List<Incoming> records, Set<String> topics) {
        return records.stream()
                .filter(record -> topics.contains(record.topic()))
                .toList();
    }

    private void holdPositions() {
        parts.positions().hold();
        parts.positions().check(positions.values());
    }

    /** Have topics come, or come anew; is the lock still ours; has a rebuild begun? */
    private void checkNowAndThen(ReadAhead ahead) throws SQLException, ExecutionException, InterruptedException {
        if (System.nanoTime() < nextCheckNanos) {
            return;
        }
        nextCheckNanos = System.nanoTime() + properties.topicCheck().toNanos();
        if (!term.connection().isValid(1)) {
            throw new SQLException("The connection that holds the inbox's lock is gone");
        }
        parts.positions().check(positions.values());
        if (parts.chores().run(this::holdPositions)) {
            throw new Positions.Moved();
        }
        Map<TopicPartition, String> present;
        try {
            present = present();
        } catch (ExecutionException noAnswer) {
            LOG.debug("Kafka does not say which topics it has", noAnswer);
            return;
        }
        if (!present.isEmpty() && !present.equals(followed)) {
            ahead.forget();
            follow(present);
        }
    }
}
