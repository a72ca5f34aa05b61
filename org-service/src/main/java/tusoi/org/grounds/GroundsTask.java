package tusoi.org.grounds;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import tusoi.platform.persistence.Leader;
import tusoi.platform.time.BusinessDays;

/** Sweeps at the start and every so often, in one instance. Nothing depends on its having run. */
final class GroundsTask implements Leader.Task {
    private static final int LOCK = 40;

    private final Sweep sweep;
    private final Clock clock;
    private final Duration interval;

    GroundsTask(Sweep sweep, Clock clock, Duration interval) {
        this.sweep = sweep;
        this.clock = clock;
        this.interval = interval;
    }

    @Override
    public String name() {
        return "grounds";
    }

    @Override
    public int lock() {
        return LOCK;
    }

    @Override
    public Duration takeover() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration retryAtMost() {
        return Duration.ofMinutes(5);
    }

    /** The check of the connection between two sweeps ends a leadership whose lock is gone. */
    @Override
    public void lead(Leader.Term term) throws Exception {
        while (!term.isOver()) {
            sweep.sweep(BusinessDays.today(clock));
            long waited = 0;
            while (!term.isOver() && waited < interval.toMillis()) {
                TimeUnit.SECONDS.sleep(1);
                waited += 1000;
            }
            if (!term.connection().isValid(5)) {
                return;
            }
        }
    }
}
