package tusoi.platform.counts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;
import tusoi.platform.persistence.Leader;

/** Counts once a night, in one instance; a night that was missed is made up for, the one before the first start is not. */
final class NightlyCounting implements Leader.Task {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalTime AT = LocalTime.of(1, 0);
    private static final int LOOK_SECONDS = 30;

    private final Counting counting;
    private final Clock clock;

    NightlyCounting(Counting counting, Clock clock) {
        this.counting = counting;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public int lock() {
        return 5;
    }

    @Override
    public Duration takeover() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration retryAtMost() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void lead(Leader.Term term) throws InterruptedException {
        Instant began = clock.instant();
        while (!term.isOver()) {
            if (counting.last().orElse(began).isBefore(lastNight(clock.instant()))) {
                var unused = counting.count();
            }
            for (int second = 0; second < LOOK_SECONDS && !term.isOver(); second++) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    /** The last one o'clock in the morning. */
    static Instant lastNight(Instant now) {
        ZonedDateTime here = now.atZone(HERE);
        ZonedDateTime today = here.with(AT);
        return (here.isBefore(today) ? today.minusDays(1) : today).toInstant();
    }
}
