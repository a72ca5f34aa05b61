package tusoi.platform.outbox;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Out of service once Kafka has lost the topics; commands still work, so readiness does not ask it. */
final class OutboxHealth extends AbstractHealthIndicator {
    private final JdbcClient jdbc;

    OutboxHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        jdbc.sql("select resend_needed from platform.clock where resend_needed is not null")
                .query(String.class)
                .optional()
                .ifPresentOrElse(why -> builder.outOfService().withDetail("outbox", why), builder::up);
    }
}
