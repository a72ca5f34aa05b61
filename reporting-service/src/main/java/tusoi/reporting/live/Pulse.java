package tusoi.reporting.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.figures.StandingQuestions;
import tusoi.reporting.figures.StandingQuestions.Moment;

/** Looks, while somebody has a page open, whether events came in; and wakes all streams when they did or the watermark moved. */
@Component
class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final JdbcClient jdbc;
    private final StandingQuestions questions;
    private final Clock clock;
    private final Duration lookEvery;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private Beat latest = new Beat(0, 0, Instant.EPOCH, null);
    private int listeners;
    private @Nullable Thread looking;

    Pulse(@Loader JdbcClient jdbc, StandingQuestions questions, Clock clock, LiveProperties properties) {
        this.jdbc = jdbc;
        this.questions = questions;
        this.clock = clock;
        this.lookEvery = properties.lookEvery();
    }

    /**
     * @param number rises by one each time something moved
     * @param events how many there have been; one that is taken counts from when its watermark is reached
     * @param changedAt when events were last seen to have come in
     * @param moment what all pages are answered by; null before anybody looked
     */
    record Beat(
            long number,
            long events,
            Instant changedAt,
            @Nullable Moment moment) {}

    void listen() {
        lock.lock();
        try {
            listeners++;
            if (looking == null) {
                looking = Thread.ofVirtual().name("tusoi-pulse").start(this::look);
            }
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            listeners--;
        } finally {
            lock.unlock();
        }
    }

    /** The first beat after that one, or the same again once the time has passed or everybody was woken. */
    Beat after(Beat known, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            if (latest.number() == known.number()) {
                moved.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
            }
            return latest;
        } finally {
            lock.unlock();
        }
    }

    Beat latest() {
        lock.lock();
        try {
            return latest;
        } finally {
            lock.unlock();
        }
    }

    void wakeAll() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        while (goesOn()) {
            try {
                take();
                Thread.sleep(lookEvery);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException away) {
                LOG.warn("It could not be seen whether events came in: {}", away.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(lookEvery.multipliedBy(10));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn() {
        lock.lock();
        try {
            if (listeners == 0 || Thread.currentThread().isInterrupted()) {
                looking = null;
                return false;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void take() {
        Moment moment = questions.now();
        tell(
                jdbc.sql(
                                "select coalesce(sum(next_offset), 0) from platform.inbox_position where topic like '%.events'")
                        .query(Long.class)
                        .single(),
                moment);
    }

    private void tell(long events, Moment moment) {
        lock.lock();
        try {
            if (events != latest.events() || !moment.equals(latest.moment())) {
                Instant changedAt = events == latest.events() ? latest.changedAt() : clock.instant();
                latest = new Beat(latest.number() + 1, events, changedAt, moment);
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
