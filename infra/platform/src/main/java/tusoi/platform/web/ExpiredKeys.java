package tusoi.platform.web;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Forgets answers a day after they were given, every half an hour. Nothing depends on its having run. */
class ExpiredKeys implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiredKeys.class);
    private static final int EVERY_MINUTES = 30;

    private final Idempotency idempotency;
    private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    ExpiredKeys(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Override
    public void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("expired-keys").factory());
        var unused = timer.scheduleWithFixedDelay(this::forget, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
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
            LOG.debug("Forgot {} idempotency keys", idempotency.forgetExpired());
        } catch (RuntimeException e) {
            LOG.warn("Idempotency keys could not be forgotten; the next round tries again", e);
        }
    }
}
