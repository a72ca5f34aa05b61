package tusoi.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits, what was refused, and whether Kafka lost what it had; asked of the database, so any instance can tell. */
final class OutboxMeters implements MeterBinder {
    private final JdbcClient jdbc;

    OutboxMeters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "tusoi.outbox.oldest.pending.seconds", "Age of the oldest row that Kafka has not got", """
                select coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0) from platform.outbox_pending
                """);
        gauge(registry, "tusoi.outbox.failed", "Rows that Kafka refused for good", """
                select count(*) from platform.outbox_parked
                """);
        gauge(registry, "tusoi.outbox.resend.needed", "1 when Kafka lost the topics", """
                select count(resend_needed) from platform.clock
                """);
    }

    private void gauge(MeterRegistry registry, String name, String description, String query) {
        Gauge.builder(name, () -> jdbc.sql(query).query(Double.class).single())
                .description(description)
                .register(registry);
    }
}
