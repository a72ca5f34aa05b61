package tusoi.platform.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.inbox.Readings.Unreadable;

/** Takes events into the projections: each version once, and what fails alone, so that one bad event stops nothing. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final List<Projection> projections;
    private final Set<String> types = new HashSet<>();
    private final SeenEvents seen;
    private final Burials deadLetters;
    private final TransactionOperations savepoint;
    private final EventReader reader = new EventReader();

    Intake(List<Projection> projections, SeenEvents seen, Burials deadLetters, TransactionOperations savepoint) {
        this.projections = projections;
        this.seen = seen;
        this.deadLetters = deadLetters;
        this.savepoint = savepoint;
        projections.forEach(projection -> types.addAll(projection.types()));
    }

    /** On any thread: it changes nothing. */
    Readings read(List<Incoming> records) {
        var events = new ArrayList<ReadEvent>(records.size());
        var unreadable = new ArrayList<Unreadable>();
        var skipped = new Tally();
        for (var record : records) {
            var type = record.header("ce_type");
            if (type != null && !types.contains(type)) {
                skipped.add("other", "skipped");
                continue;
            }
            try {
                events.add(reader.read(record));
            } catch (RuntimeException fault) {
                unreadable.add(new Unreadable(record, "Unreadable: " + fault.getMessage()));
            }
        }
        return new Readings(events, unreadable, skipped);
    }

    /** Within the transaction that also moves the position. */
    void take(Readings readings, Tally tally) {
        tally.addAll(readings.skipped());
        readings.unreadable().forEach(one -> bury(one.record(), one.reason(), tally));
        takeOrSplit(readings.events(), tally);
    }

    /** All at once, as far as that goes; where it does not, in halves, down to the event that is to blame. */
    private void takeOrSplit(List<ReadEvent> events, Tally tally) {
        if (events.isEmpty()) {
            return;
        }
        try {
            var counted = new Tally();
            savepoint.executeWithoutResult(status -> takeNew(events, counted));
            tally.addAll(counted);
        } catch (RuntimeException failed) {
            if (Failures.isForNow(failed)) {
                throw failed;
            }
            if (events.size() == 1) {
                bury(events.getFirst().record(), "Not applied: " + failed, tally);
            } else {
                takeOrSplit(events.subList(0, events.size() / 2), tally);
                takeOrSplit(events.subList(events.size() / 2, events.size()), tally);
            }
        }
    }

    private void takeNew(List<ReadEvent> events, Tally tally) {
        var fresh = onlyNew(events, tally);
        if (fresh.isEmpty()) {
            return;
        }
        for (var projection : projections) {
            var wanted = fresh.stream()
                    .filter(event -> projection.types().contains(event.type()))
                    .toList();
            if (!wanted.isEmpty()) {
                projection.apply(wanted);
            }
        }
        fresh.forEach(event -> tally.add(event.type(), "applied"));
    }

    private List<ReceivedEvent> onlyNew(List<ReadEvent> events, Tally tally) {
        var repeated = seen.add(events);
        if (repeated.isEmpty()) {
            return events.stream().map(ReadEvent::event).toList();
        }
        var fresh = new ArrayDeque<ReceivedEvent>(events.size());
        var again = new ArrayList<ReadEvent>();
        for (var read : events.reversed()) { // of those within the list the first is the one that was added
            if (repeated.merge(read.version(), -1, Integer::sum) >= 0) {
                again.add(read);
            } else {
                fresh.addFirst(read.event());
            }
        }
        compare(again, tally);
        return List.copyOf(fresh);
    }

    private void compare(List<ReadEvent> again, Tally tally) {
        var known =
                seen.digests(again.stream().map(ReadEvent::version).distinct().toList());
        for (var read : again) {
            if (read.digest().equals(known.get(read.version()))) {
                tally.add(read.event().type(), "duplicate");
            } else {
                bury(
                        read.record(),
                        "Conflict: version " + read.event().version() + " of "
                                + read.event().aggregateId() + " was taken with another content",
                        tally);
            }
        }
    }

    private void bury(Incoming record, String reason, Tally tally) {
        LOG.error("Dead letter {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), kind(reason));
        deadLetters.add(record, reason);
        tally.add(String.valueOf(record.header("ce_type")), "dead");
    }

    /** Logs carry no content, and a reason may quote some. */
    private static String kind(String reason) {
        return reason.substring(0, reason.indexOf(':'));
    }
}
