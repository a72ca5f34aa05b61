package tusoi.platform.outbox;

import io.micrometer.core.instrument.Counter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tusoi.platform.persistence.Leader;

/** One leadership's rounds: clock, announced, outbox, Kafka, watermark; then a wait for a notification. */
final class RelayTerm {
    private static final Logger LOG = LoggerFactory.getLogger(RelayTerm.class);
    private static final int LIVENESS_MILLIS = 1000;
    private static final long LOOK_AT_TARGET_NANOS = 1_000_000_000;

    private final Leader.Term term;
    private final OutboxProperties properties;
    private final RelayClock clock;
    private final PendingRows rows;
    private final Sender sender;
    private final Target target;
    private final String service;
    private final Counter sent;
    private Instant published;
    private boolean lost;
    private boolean said;
    private long nextLook = System.nanoTime();

    RelayTerm(
            Leader.Term term,
            OutboxProperties properties,
            RelayClock clock,
            PendingRows rows,
            Sender sender,
            Target target,
            Counter sent,
            String service) {
        this.term = term;
        this.properties = properties;
        this.clock = clock;
        this.rows = rows;
        this.sender = sender;
        this.target = target;
        this.sent = sent;
        this.service = service;
        this.published = clock.published();
    }

    void run() throws Exception {
        while (!term.isOver()) {
            var begun = System.nanoTime();
            var more = targetStands() && round();
            if (!more) {
                awaitNotification(term.connection());
                awaitCompany(begun);
            }
        }
    }

    /** Lets what comes in a stream gather. */
    private void awaitCompany(long begun) throws InterruptedException {
        var left = properties.spacing().toNanos() - (System.nanoTime() - begun);
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    /** Looked at now and then: after each batch it is looked at anyhow, and a watermark names the topics that it speaks of. */
    private boolean targetStands() throws ExecutionException, InterruptedException {
        if (said && !lost && System.nanoTime() - nextLook < 0) {
            return true;
        }
        nextLook = System.nanoTime() + LOOK_AT_TARGET_NANOS;
        var why = target.lost();
        // A former term may have said so after the resend had begun: each term says once what it finds.
        if (why != null || lost || !said) {
            clock.resendNeeded(why);
            said = true;
        }
        if (why != null && !lost) {
            LOG.error("{}; the relay has stopped until platform.resend() is called", why);
        }
        lost = why != null;
        return !lost;
    }

    /** True where more rows are known to wait. */
    private boolean round() throws Exception {
        var now = clock.raiseCeiling();
        var announced = clock.oldestAnnounced();
        var batch = rows.next(properties.batchRows());
        if (!batch.isEmpty() && !deliver(batch)) {
            return true;
        }
        if (batch.size() == properties.batchRows()) {
            return true;
        }
        say(announced.map(oldest -> earlier(now, justBefore(oldest))).orElse(now));
        return false;
    }

    /** False where the rows have to be looked at again. */
    private boolean deliver(List<PendingRow> pending) throws Exception {
        var ids = target.ids();
        var batch = sender.send(pending);
        while (!batch.awaitMillis(LIVENESS_MILLIS)) {
            stayLeader();
        }
        for (var refused : batch.refused().entrySet()) {
            LOG.error("Outbox row {} is parked: {}", refused.getKey().seq(), refused.getValue());
            rows.park(refused.getKey(), refused.getValue());
        }
        // Asked after the acknowledgements: what went into a topic that is another one by now was not sent.
        if (target.lost() != null || !target.ids().equals(ids) || !rows.markSent(batch.sent(), ids)) {
            nextLook = System.nanoTime();
            return false;
        }
        target.reached(batch.ends());
        sent.increment(batch.sent().size());
        if (batch.failure() != null) {
            throw new IllegalStateException("Kafka did not take a row for now", batch.failure());
        }
        return true;
    }

    /** While a broker keeps us waiting: is the lock still ours, are the topics still there? */
    private void stayLeader() throws SQLException, InterruptedException {
        if (term.isOver()) {
            throw new InterruptedException("The service stops");
        }
        if (!term.connection().isValid(LIVENESS_MILLIS / 1000)) {
            throw new SQLException("The connection that holds the relay's lock is gone");
        }
        try {
            var why = target.lost();
            if (why != null) {
                throw new IllegalStateException(why);
            }
        } catch (ExecutionException noAnswer) {
            LOG.warn("Kafka does not answer; rows wait: {}", String.valueOf(noAnswer.getCause()));
        }
    }

    private void say(Instant settled) {
        var oldestPending = rows.oldestRecorded();
        if (oldestPending.isPresent() && !oldestPending.get().isAfter(published)) {
            return; // a resend is under way: what was complete is not complete in the new topics yet
        }
        var through = oldestPending
                .map(oldest -> earlier(settled, justBefore(oldest)))
                .orElse(settled);
        if (through.isAfter(published)) {
            clock.publishing(through);
            published = through;
        }
        if (published.isAfter(Instant.EPOCH)) {
            sender.say(service, Watermark.of(published, target.ends(), target.ids()));
        }
    }

    private void awaitNotification(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications((int)
                properties.heartbeat().toMillis());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant justBefore(Instant instant) {
        return instant.minus(1, ChronoUnit.MICROS);
    }
}
