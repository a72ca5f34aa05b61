package tusoi.reporting.rebuild;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import tusoi.platform.inbox.Watermarks;

/** Part of the readiness group as {@code factsRebuild}: out of service until the facts reach again as far as they did. */
@Component("factsRebuild")
class RebuildReadiness implements HealthIndicator {
    private final Watermarks watermarks;
    private final AtomicReference<Instant> goal = new AtomicReference<>(Instant.EPOCH);

    RebuildReadiness(Watermarks watermarks) {
        this.watermarks = watermarks;
    }

    void notUntil(Instant watermark) {
        goal.set(watermark);
    }

    @Override
    public Health health() {
        Instant wanted = goal.get();
        if (watermarks.completeThrough().isBefore(wanted)) {
            return Health.outOfService().build();
        }
        goal.compareAndSet(wanted, Instant.EPOCH);
        return Health.up().build();
    }
}
