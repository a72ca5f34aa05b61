package tusoi.reporting.rebuild;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.application.ReadinessStateHealthIndicator;
import org.springframework.stereotype.Component;
import tusoi.platform.inbox.Watermarks;

/** Takes the place of Boot's own readiness: refuses traffic until the facts reach again as far as they did before a rebuild. */
@Component("readinessStateHealthIndicator")
class RebuildReadiness extends ReadinessStateHealthIndicator {
    private final Watermarks watermarks;
    private final AtomicReference<Instant> goal = new AtomicReference<>(Instant.EPOCH);

    RebuildReadiness(ApplicationAvailability availability, Watermarks watermarks) {
        super(availability);
        this.watermarks = watermarks;
    }

    /** Not ready from now on, and after the work not before the watermark has been reached again. */
    void notUntil(Instant watermark, Runnable emptying) {
        goal.set(Instant.MAX);
        try {
            emptying.run();
        } finally {
            goal.set(watermark);
        }
    }

    @Override
    protected AvailabilityState getState(ApplicationAvailability availability) {
        return isBuilt() ? super.getState(availability) : ReadinessState.REFUSING_TRAFFIC;
    }

    boolean isBuilt() {
        Instant wanted = goal.get();
        boolean built =
                Instant.EPOCH.equals(wanted) || !watermarks.completeThrough().isBefore(wanted);
        if (built) {
            goal.compareAndSet(wanted, Instant.EPOCH);
        }
        return built;
    }
}
