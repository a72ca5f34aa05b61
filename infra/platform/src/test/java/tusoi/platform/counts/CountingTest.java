package tusoi.platform.counts;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.outbox.Shop;
import tusoi.platform.persistence.DataHalf;

/** The books of a shop are its journal of orders: what is counted is exactly what was recorded by the instant told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountingTest {
    private static final UUID UNIT = UUID.fromString("0198c5d0-0000-7000-8000-000000000001");
    private static final int SLOW_LOCK = 77;
    private ConfigurableApplicationContext service;
    private Shop shop;
    private Counting counting;

    @Configuration(proxyBeanMethods = false)
    static class Books {
        /** Asks for a lock, so that a test decides how long the counting takes. */
        @Bean
        BookCounts bookCounts() {
            return new BookCounts("shop.books-counted.v1", """
                    select '%s'::uuid as unit_id, 'orders' as what, 'ALL' as key,
                           (select count(*) from platform.outbox where type = 'shop.order-placed.v1' and cast(:day as date) is not null) as number
                      from (select pg_advisory_xact_lock_shared(%d)) waited
                    """.formatted(UNIT, SLOW_LOCK));
        }
    }

    @BeforeAll
    void start() {
        service = DataHalf.of("shop", Books.class)
                .with("tusoi.outbox.enabled", false)
                .start();
        shop = new Shop(service);
        counting = service.getBean(Counting.class);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void anOrder() {
        shop.order(UUID.randomUUID(), 1, 1);
    }

    @Test
    void whatIsCountedIsWhatWasRecordedByTheInstantTold() {
        JsonNode told = told(counting.count().orElseThrow());

        assertThat(number(told))
                .isEqualTo(recordedBy(Instant.parse(told.path("countedAt").asString())));
        assertThat(told.path("chunk").asInt()).isEqualTo(1);
        assertThat(told.path("chunks").asInt()).isEqualTo(1);
        assertThat(counting.last())
                .hasValue(Instant.parse(told.path("countedAt").asString()));
    }

    @Test
    void whoeverRecordsWhileItCountsDoesNotWaitAndIsNotCounted() throws Exception {
        try (var holder = service.getBean("loaderDataSource", javax.sql.DataSource.class)
                        .getConnection();
                var statement = holder.createStatement()) {
            statement.execute("select pg_advisory_lock(" + SLOW_LOCK + ")");
            var counted = CompletableFuture.supplyAsync(counting::count);
            await().atMost(Duration.ofSeconds(10)).until(() -> waitsFor(SLOW_LOCK));
            long begin = System.nanoTime();
            shop.order(UUID.randomUUID(), 1, 1);
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            statement.execute("select pg_advisory_unlock(" + SLOW_LOCK + ")");
            JsonNode told = told(counted.get(20, SECONDS).orElseThrow());

            assertThat(taken).as("an order while it counts").isLessThan(Duration.ofSeconds(2));
            Instant at = Instant.parse(told.path("countedAt").asString());
            assertThat(number(told)).isEqualTo(recordedBy(at)).isEqualTo(recordedBy(Instant.MAX) - 1);
        }
    }

    @Test
    void whoeverHasAnnouncedItselfIsWaitedForAndCounted() throws Exception {
        var counted = new CompletableFuture<Optional<UUID>>();
        long before = recordedBy(Instant.MAX);
        shop.app().executeWithoutResult(_ -> {
            shop.place(UUID.randomUUID(), 1);
            counted.completeAsync(counting::count);
            assertThat(counted.copy().orTimeout(300, java.util.concurrent.TimeUnit.MILLISECONDS))
                    .as("not while somebody is recording")
                    .failsWithin(Duration.ofSeconds(2));
        });
        JsonNode told = told(counted.get(20, SECONDS).orElseThrow());
        assertThat(number(told)).isEqualTo(before + 1);
    }

    @Test
    void aNightIsCountedOnceItHasCome() {
        assertThat(NightlyCounting.lastNight(Instant.parse("2026-11-22T17:59:59Z")))
                .isEqualTo(Instant.parse("2026-11-21T18:00:00Z"));
        assertThat(NightlyCounting.lastNight(Instant.parse("2026-11-22T18:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-22T18:00:00Z"));
    }

    private boolean waitsFor(int lock) {
        return shop.asLoader()
                .sql("select exists (select from pg_locks where locktype = 'advisory' and objid = ? and not granted)")
                .param(lock)
                .query(Boolean.class)
                .single();
    }

    private long recordedBy(Instant at) {
        return shop.asLoader()
                .sql(
                        "select count(*) from platform.outbox where type = 'shop.order-placed.v1' and recorded_at <= cast(? as timestamptz)")
                .param(at.equals(Instant.MAX) ? "infinity" : at.toString())
                .query(Long.class)
                .single();
    }

    private static long number(JsonNode told) {
        return told.at("/lines/0/number").asLong();
    }

    private JsonNode told(UUID id) {
        return shop.asLoader()
                .sql("select data from platform.outbox where type = 'shop.books-counted.v1' and key = ?")
                .param(id.toString())
                .query((row, _) -> JsonMapper.shared().readTree(row.getBytes(1)))
                .single();
    }
}
