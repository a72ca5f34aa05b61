package tusoi.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.persistence.DataHalf;
import tusoi.platform.time.TransactionClock;
import tusoi.testkit.Servers;

class RelayFailureTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void aDeadBrokerLosesNothing() {
        try (var kafka = Servers.newKafka();
                var shop = new Shop(DataHalf.of("dead").on(kafka).start())) {
            var order = UUID.randomUUID();
            shop.order(order, 1, 10);
            await().atMost(SOON).until(() -> shop.pending() == 0);
            kafka.kill();
            LongStream.rangeClosed(11, 40).forEach(version -> shop.order(order, version, version));
            assertThat(shop.pending()).isPositive();
            kafka.start();
            await().atMost(SOON).until(() -> shop.pending() == 0);
            assertThat(TopicLog.firstVersionsByKey(TopicLog.read(kafka.bootstrap(), "dead.events")))
                    .containsEntry(order.toString(), upTo(40));
        }
    }

    @Test
    void ofTwoInstancesTheOtherTakesOverInOrder() {
        var half = DataHalf.of("twins");
        try (var one = new Shop(half.start());
                var other = new Shop(half.start())) {
            var orders = IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID()).toList();
            for (long version = 1; version <= 60; version++) {
                var now = version;
                var shop = version % 2 == 0 ? one : other;
                shop.app().executeWithoutResult(status -> orders.forEach(order -> shop.place(order, now)));
                if (version % 20 == 0) {
                    killLeader(one);
                }
            }
            await().atMost(SOON).until(() -> one.pending() == 0);
            var seen = TopicLog.firstVersionsByKey(TopicLog.read(Servers.kafka().bootstrap(), "twins.events"));
            assertThat(seen).hasSize(20).allSatisfy((key, versions) -> assertThat(versions)
                    .isEqualTo(upTo(60)));
        }
    }

    private static void killLeader(Shop shop) {
        shop.asLoader().sql("""
                        select pg_terminate_backend(pid) from pg_locks
                        where locktype = 'advisory' and classid = 20080 and objid = 2
                          and database = (select oid from pg_database where datname = current_database())
                        """).query(Boolean.class).list();
    }

    @Test
    void theWatermarkStaysBelowAnAnnouncedOpenTransaction() {
        try (var shop = new Shop(DataHalf.of("wait").start())) {
            await().atMost(SOON).until(() -> published(shop).isAfter(Instant.EPOCH));
            var clock = shop.context().getBean(TransactionClock.class);
            Instant recorded = shop.app().execute(status -> {
                var mine = clock.recordedAt();
                shop.place(UUID.randomUUID(), 1);
                var before = heartbeats(shop);
                await().atMost(SOON).until(() -> heartbeats(shop) > before + 3);
                assertThat(published(shop)).isBefore(mine);
                return mine;
            });
            assertThat(recorded).isNotNull();
            await().atMost(SOON).until(() -> recorded != null && published(shop).isAfter(recorded));
            assertThat(lastWatermark().completeThrough()).isBeforeOrEqualTo(published(shop));
        }
    }

    private static long heartbeats(Shop shop) {
        return TopicLog.read(Servers.kafka().bootstrap(), "watermarks").stream()
                .filter(record -> record.key().equals("wait"))
                .count();
    }

    private static Watermark lastWatermark() {
        return TopicLog.read(Servers.kafka().bootstrap(), "watermarks").stream()
                .filter(record -> record.key().equals("wait"))
                .map(record -> JsonMapper.shared().readValue(record.value(), Watermark.class))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private static Instant published(Shop shop) {
        return shop.asLoader()
                .sql("select published from platform.clock")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Test
    void aParkedRowHoldsItsKeyAndTheWatermark() {
        try (var shop = new Shop(DataHalf.of("park").start())) {
            var bad = UUID.randomUUID();
            var good = UUID.randomUUID();
            shop.order(bad, 1, 1);
            shop.app().executeWithoutResult(status -> shop.outbox()
                    .publish(new OutgoingEvent(
                            "shop.order-placed.v1", bad.toString(), bad, 2, Map.of("text", "x".repeat(2_000_000)))));
            await().atMost(SOON).until(() -> parked(shop) == 1);
            shop.order(bad, 3, 3);
            shop.order(good, 1, 2);
            await().atMost(SOON).until(() -> shop.pending() == 2);
            var oldest = shop.asLoader()
                    .sql("select min(recorded_at) from platform.outbox_pending")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
            assertThat(published(shop)).isBefore(oldest);
            var log = TopicLog.firstVersionsByKey(TopicLog.read(Servers.kafka().bootstrap(), "park.events"));
            assertThat(log).containsEntry(bad.toString(), List.of(1L)).containsEntry(good.toString(), List.of(1L, 2L));
        }
    }

    private static long parked(Shop shop) {
        return shop.asLoader()
                .sql("select count(*) from platform.outbox_parked")
                .query(Long.class)
                .single();
    }

    @Test
    void lostTopicsAreFilledAgainFromTheJournalAndTheNamesOfToday() {
        try (var kafka = Servers.newKafka();
                var shop = new Shop(
                        DataHalf.of("lost", NamesOfToday.class).on(kafka).start())) {
            var orders = IntStream.range(0, 30).mapToObj(i -> UUID.randomUUID()).toList();
            orders.forEach(order -> shop.order(order, 1, 5));
            shop.app().executeWithoutResult(status -> shop.outbox()
                    .publishLatest("lost.names", "customer/1", Map.of("name", "old")));
            await().atMost(SOON).until(() -> shop.pending() == 0);
            var before = TopicLog.read(kafka.bootstrap(), "lost.events").stream()
                    .map(RelayFailureTest::content)
                    .sorted()
                    .toList();

            kafka.kill();
            kafka.deleteData();
            kafka.start();
            await().atMost(SOON).until(() -> !status(shop).equals("UP"));
            shop.order(UUID.randomUUID(), 1, 1);
            assertThat(shop.pending()).isEqualTo(1);

            shop.asLoader().sql("select platform.resend()").query(Long.class).single();
            await().atMost(SOON).until(() -> shop.pending() == 0);
            var after = TopicLog.read(kafka.bootstrap(), "lost.events").stream()
                    .map(RelayFailureTest::content)
                    .sorted()
                    .toList();
            assertThat(after).hasSize(before.size() + 1).containsAll(before);
            assertThat(TopicLog.read(kafka.bootstrap(), "lost.names"))
                    .hasSize(1)
                    .allSatisfy(record -> assertThat(new String(record.value())).contains("today"));
            await().atMost(SOON).until(() -> status(shop).equals("UP"));
        }
    }

    private static String content(ConsumerRecord<String, byte[]> record) {
        return TopicLog.header(record, "ce_id")
                + TopicLog.header(record, "ce_time")
                + record.key()
                + new String(record.value());
    }

    private static String status(Shop shop) {
        var health = shop.context()
                .getBean("outboxHealthIndicator", HealthIndicator.class)
                .health();
        return health == null ? "" : health.getStatus().getCode();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    static class NamesOfToday implements LatestValues {
        @Override
        public String topic() {
            return "lost.names";
        }

        @Override
        public void forEach(BiConsumer<String, Object> sink) {
            sink.accept("customer/1", Map.of("name", "today"));
        }
    }
}
