package tusoi.reporting.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tusoi.platform.problems.ProblemException;

/** How many streams are open, for whom, and who may compute. Ends them all before the service stops. */
@Component
@EnableConfigurationProperties(LiveProperties.class)
class LiveStreams implements SmartLifecycle {
    private final LiveProperties properties;
    private final Pulse pulse;
    private final Semaphore computing;
    private final Map<UUID, Integer> ofAccount = new HashMap<>();
    private int open;
    private volatile boolean running;

    LiveStreams(LiveProperties properties, Pulse pulse, MeterRegistry meters) {
        this.properties = properties;
        this.pulse = pulse;
        this.computing = new Semaphore(properties.parallel(), true);
        Gauge.builder("tusoi.live.streams", this::open)
                .description("Pages that are open")
                .register(meters);
    }

    /** 429 where the account has too many, 503 where the instance has. */
    synchronized void enter(UUID account) {
        if (open >= properties.inAll()) {
            throw new ProblemException(
                    503,
                    "streams-full",
                    "All streams are taken",
                    null,
                    "Ask for the figures from time to time instead");
        }
        if (ofAccount.getOrDefault(account, 0) >= properties.perAccount()) {
            throw new ProblemException(
                    429,
                    "too-many-streams",
                    "The account has " + properties.perAccount() + " pages open",
                    null,
                    "Close one of them, or ask for the figures from time to time");
        }
        open++;
        ofAccount.merge(account, 1, Integer::sum);
        pulse.listen();
    }

    synchronized void leave(UUID account) {
        open--;
        ofAccount.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
        pulse.leave();
    }

    synchronized int open() {
        return open;
    }

    Semaphore computing() {
        return computing;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        pulse.wakeAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
