package tusoi.platform.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How old the newest is that is known to be complete, and what could not be taken. */
final class InboxMeters implements MeterBinder {
    private final JdbcClient jdbc;

    InboxMeters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "tusoi.inbox.lag.seconds", "Age of the watermark of the slowest producer", """
                select coalesce(extract(epoch from clock_timestamp() - min(complete_through)), 0) from platform.freshness
                """);
        gauge(registry, "tusoi.inbox.dead.letters", "Records that could not be taken and are not mended", """
                select count(distinct letter_id) from platform.dead_letter where mended_at is null
                """);
    }

    private void gauge(MeterRegistry registry, String name, String description, String query) {
        Gauge.builder(name, () -> jdbc.sql(query).query(Double.class).single())
                .description(description)
                .register(registry);
    }
}
