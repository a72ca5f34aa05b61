package tusoi.reporting.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/** What infra/prometheus/alerts.yaml watches: what differed last, and how long ago anything was compared. */
@Component
class ReconciliationMeters implements MeterBinder {
    private final JdbcClient jdbc;

    ReconciliationMeters(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (CountedBooks books : CountedBooks.values()) {
            gauge(registry, books, "tusoi.reconciliation.differences", "Differences of the last comparison", """
                    select coalesce((select differences from reporting.reconciliation where producer = :producer
                                      order by counted_at desc limit 1), 0)
                    """);
            gauge(
                    registry,
                    books,
                    "tusoi.reconciliation.age",
                    "Since a service's counts were compared; since the start of this "
                            + "database where they never were",
                    """
                    select extract(epoch from clock_timestamp() - coalesce(
                        (select max(counted_at) from reporting.reconciliation where producer = :producer),
                        (select min(installed_on) from reporting.reconciliation_since)))
                    """);
        }
    }

    private void gauge(MeterRegistry registry, CountedBooks books, String name, String description, String query) {
        Gauge.builder(name, () -> jdbc.sql(query)
                        .param("producer", books.producer())
                        .query(Double.class)
                        .single())
                .description(description)
                .baseUnit(name.endsWith(".age") ? "seconds" : null)
                .tag("producer", books.producer())
                .register(registry);
    }
}
