package tusoi.org.keycloak;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long ago Keycloak was last as it should be, what waits, and what had been changed by hand; asked of the database. */
class MirrorMeters implements MeterBinder {
    private final JdbcClient jdbc;

    MirrorMeters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "tusoi.keycloak.mirror.age.seconds",
                "Since all of Keycloak was last found or made as it should be",
                """
                select coalesce(extract(epoch from clock_timestamp() - succeeded_at), -1) from org.mirror
                """);
        gauge(registry, "tusoi.keycloak.accounts.pending", "Accounts that Keycloak does not yet show as they are", """
                select count(*) from org.account where directory = 'PENDING'
                """);
        gauge(registry, "tusoi.keycloak.accounts.failed", "Accounts that Keycloak refused", """
                select count(*) from org.account where directory = 'FAILED'
                """);
        FunctionCounter.builder("tusoi.keycloak.repairs", this, meters -> ask("select repairs from org.mirror"))
                .description("Differences found where nothing had been changed here")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String description, String query) {
        Gauge.builder(name, () -> ask(query)).description(description).register(registry);
    }

    private double ask(String query) {
        return jdbc.sql(query).query(Double.class).single();
    }
}
