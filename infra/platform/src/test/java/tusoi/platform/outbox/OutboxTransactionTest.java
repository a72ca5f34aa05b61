package tusoi.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.persistence.DataHalf;
import tusoi.platform.time.TransactionClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxTransactionTest {
    private ConfigurableApplicationContext service;
    private Outbox outbox;
    private TransactionTemplate app;
    private TransactionTemplate loader;
    private JdbcClient asLoader;

    @BeforeAll
    void start() {
        service = DataHalf.of("shop")
                .with("tusoi.outbox.enabled", false)
                .with("tusoi.outbox.latest-topics", "shop.names")
                .start();
        outbox = service.getBean(Outbox.class);
        app = service.getBean("transactionTemplate", TransactionTemplate.class);
        loader = service.getBean("loaderTransactionTemplate", TransactionTemplate.class);
        asLoader = service.getBean("loaderJdbcClient", JdbcClient.class);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void whatIsRolledBackLeavesNoRow() {
        var before = pending();
        app.executeWithoutResult(status -> {
            outbox.publish(event(1));
            status.setRollbackOnly();
        });
        assertThat(pending()).isEqualTo(before);
    }

    @Test
    void whatIsCommittedIsPendingInTheOrderOfPublishing() {
        app.executeWithoutResult(status -> {
            for (int i = 1; i <= 1200; i++) {
                outbox.publish(event(i));
            }
        });
        assertThat(asLoader.sql("select version from platform.outbox order by seq desc limit 1200")
                        .query(Long.class)
                        .list())
                .startsWith(1200L, 1199L)
                .endsWith(2L, 1L);
    }

    @Test
    void theLoaderPublishesToo() {
        var before = pending();
        loader.executeWithoutResult(status -> outbox.publishLatest("shop.names", "customer/1", Map.of("name", "A")));
        assertThat(pending()).isEqualTo(before + 1);
    }

    @Test
    void theAppSeesNoEvents() {
        var asApp = service.getBean("jdbcClient", JdbcClient.class);
        assertThatThrownBy(() -> asApp.sql("select count(*) from platform.outbox")
                        .query(Long.class)
                        .single())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aTransactionHasOneRecordedTime() {
        var clock = service.getBean(TransactionClock.class);
        app.executeWithoutResult(status -> assertThat(clock.recordedAt()).isEqualTo(clock.recordedAt()));
        assertThatThrownBy(clock::recordedAt).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSavepointRolledBackTakesItsEventsAndItsAnnouncementAlong() {
        var clock = service.getBean(TransactionClock.class);
        var nested = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        var before = pending();
        app.executeWithoutResult(status -> {
            nested.executeWithoutResult(inner -> {
                outbox.publish(event(1));
                inner.setRollbackOnly();
            });
            assertThat(announced()).isZero();
            outbox.publish(event(2));
            assertThat(announced()).isEqualTo(1);
            var recordedAt = clock.recordedAt();
            nested.executeWithoutResult(inner -> {
                outbox.publish(event(3));
                inner.setRollbackOnly();
            });
            assertThat(clock.recordedAt()).isEqualTo(recordedAt);
            assertThat(announced()).isEqualTo(1);
        });
        assertThat(pending()).isEqualTo(before + 1);
    }

    private long announced() {
        return asLoader.sql("""
                        select count(*) from pg_locks where locktype = 'advisory' and classid = 20080 and objid = 1
                          and database = (select oid from pg_database where datname = current_database())
                        """).query(Long.class).single();
    }

    private long pending() {
        return asLoader.sql("select count(*) from platform.outbox_pending")
                .query(Long.class)
                .single();
    }

    private static OutgoingEvent event(long version) {
        return new OutgoingEvent("shop.order-placed.v1", "order", UUID.randomUUID(), version, Map.of("a", 1));
    }
}
