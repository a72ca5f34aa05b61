package tusoi.platform.web;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets answers a day after they were given, at the start and every half an hour. Nothing depends on its having run. */
class ExpiredKeys implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiredKeys.class);
    private static final int EVERY_MINUTES = 30;

    private final JdbcClient jdbc;
    private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    /** Takes the loader's client: the app sees the answers of one account at a time. */
    ExpiredKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("expired-keys").factory());
        var unused = timer.scheduleWithFixedDelay(this::forget, 0, EVERY_MINUTES, TimeUnit.MINUTES);
        running = true;
    }

    @Override
    public void stop() {
        timer.shutdownNow();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void forget() {
        try {
            LOG.debug("Forgot {} idempotency keys", forgetExpired());
        } catch (RuntimeException e) {
            LOG.warn("Idempotency keys could not be forgotten; the next round tries again", e);
        }
    }

    /** Returns how many keys were past their day. */
    int forgetExpired() {
        return jdbc.sql("""
                delete from platform.idempotency
                 where created_at < clock_timestamp() - make_interval(hours => 24)
                """).update();
    }
}
