package tusoi.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import tusoi.platform.outbox.Shop;
import tusoi.platform.outbox.TopicLog;
import tusoi.platform.persistence.DataHalf;
import tusoi.testkit.Servers;

class InboxTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void eventsAreAppliedAndTheWatermarkFollows() {
        try (var shop = new Shop(DataHalf.of("east").start());
                var desk = new Desk(DataHalf.of("desk", Desk.Beans.class)
                        .with("tusoi.inbox.topics", "east.events")
                        .start())) {
            var before = Instant.now();
            shop.order(UUID.randomUUID(), 1, 5);
            await().atMost(SOON).until(() -> desk.count() == 5);
            await().atMost(SOON).until(() -> desk.completeThrough().isAfter(before));
            await().atMost(SOON).until(() -> isUp(desk));
        }
    }

    private static boolean isUp(Desk desk) {
        var health = desk.context()
                .getBean("inboxHealthIndicator", HealthIndicator.class)
                .health();
        return health != null && health.getStatus().equals(Status.UP);
    }

    @Test
    void anyOrderWithDuplicatesEndsInTheSameRows() throws Exception {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        try (var shop = new Shop(DataHalf.of("north").start())) {
            for (int i = 0; i < 50; i++) {
                shop.order(UUID.randomUUID(), 14, 14 + random.nextInt(20));
            }
            await().atMost(SOON).until(() -> shop.pending() == 0);
        }
        var log = TopicLog.read(Servers.kafka().bootstrap(), "north.events");
        var shuffled = new ArrayList<>(log);
        log.stream().filter(record -> random.nextInt(3) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        createTopic("mixed.events");
        try (var producer = producer()) {
            var sent = new ArrayList<Future<?>>();
            for (var record : shuffled) {
                sent.add(producer.send(new ProducerRecord<>(
                        "mixed.events", random.nextInt(3), record.key(), record.value(), record.headers())));
            }
            for (var one : sent) {
                one.get();
            }
        }
        try (var straight = new Desk(DataHalf.of("desk", Desk.Beans.class)
                        .with("tusoi.inbox.topics", "north.events")
                        .start());
                var mixed = new Desk(DataHalf.of("desk", Desk.Beans.class)
                        .with("tusoi.inbox.topics", "mixed.events")
                        .with("tusoi.inbox.poll-rows", 50)
                        .start())) {
            await().atMost(SOON).until(() -> straight.count() == log.size());
            await().atMost(SOON).until(() -> isUp(mixed));
            assertThat(mixed.rows()).as("seed %d", seed).isEqualTo(straight.rows());
            assertThat(mixed.deadLetters().open(0, 10)).isEmpty();
        }
    }

    @Test
    void oneBadEventStopsNothingAndItsMendIsUsedByARebuildToo() throws Exception {
        var order = UUID.randomUUID();
        try (var shop = new Shop(DataHalf.of("west").start());
                var desk = new Desk(DataHalf.of("desk", Desk.Beans.class)
                        .with("tusoi.inbox.topics", "west.events")
                        .start())) {
            shop.order(order, 1, 20);
            await().atMost(SOON).until(() -> desk.count() == 19);
            var letter = desk.deadLetters().open(0, 10).getFirst();
            assertThat(letter.reason()).startsWith("Not applied");
            assertThat(letter.headers()).containsEntry("ce_aggregateversion", "13");
            var held = DeadLetterTest.justBefore(letter);
            shop.order(UUID.randomUUID(), 1, 1);
            await().atMost(SOON).until(() -> desk.count() == 20);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(desk.completeThrough()).isEqualTo(held));

            desk.deadLetters().mend(letter.id(), Map.of(), "{\"pieces\": 14}".getBytes(StandardCharsets.UTF_8));
            await().atMost(SOON).until(() -> desk.count() == 21);
            await().atMost(SOON).until(() -> desk.completeThrough().isAfter(held));
            assertThat(desk.deadLetters().open(0, 10)).isEmpty();

            var rows = desk.rows();
            desk.context().getBean(InboxRebuild.class).start();
            await().atMost(SOON).untilAsserted(() -> assertThat(desk.rows()).isEqualTo(rows));
            assertThat(desk.deadLetters().open(0, 10)).isEmpty();
        }
    }

    @Test
    void anotherContentUnderASeenVersionIsADeadLetter() throws Exception {
        createTopic("south.events");
        var order = UUID.randomUUID();
        try (var desk = new Desk(DataHalf.of("desk", Desk.Beans.class)
                        .with("tusoi.inbox.topics", "south.events")
                        .start());
                var producer = producer()) {
            producer.send(event("south.events", order, "{\"pieces\":1}"));
            producer.send(event("south.events", order, "{\"pieces\":2}"));
            producer.send(new ProducerRecord<>("south.events", "x", "no event".getBytes(StandardCharsets.UTF_8)));
            producer.flush();
            await().atMost(SOON).until(() -> desk.deadLetters().open(0, 10).size() == 2);
            assertThat(desk.deadLetters().open(0, 10))
                    .extracting(DeadLetter::reason)
                    .anySatisfy(reason -> assertThat(reason).startsWith("Conflict"))
                    .anySatisfy(reason -> assertThat(reason).startsWith("Unreadable"));
            assertThat(desk.count()).isEqualTo(1);
        }
    }

    @Test
    void fiftyThousandEventsAreTaken() {
        try (var shop = new Shop(DataHalf.of("mass").start())) {
            var orders = Stream.generate(UUID::randomUUID).limit(1000).toList();
            LongStream.rangeClosed(14, 63).forEach(version -> shop.app()
                    .executeWithoutResult(status -> orders.forEach(order -> shop.place(order, version))));
            await().atMost(Duration.ofSeconds(90)).until(() -> shop.pending() == 0);
        }
        try (var desk = new Desk(DataHalf.of("desk", Desk.Beans.class)
                .with("tusoi.inbox.topics", "mass.events")
                .start())) {
            var start = System.nanoTime();
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> desk.count() == 50_000);
            System.out.printf("inbox: 50000 events in %d ms%n", (System.nanoTime() - start) / 1_000_000);
            assertThat(desk.context()
                            .getBean(MeterRegistry.class)
                            .counter("tusoi.inbox.events", "type", "shop.order-placed.v1", "result", "applied")
                            .count())
                    .isGreaterThan(1);
        }
    }

    private static ProducerRecord<String, byte[]> event(String topic, UUID order, String data) {
        var record = new ProducerRecord<String, byte[]>(topic, order.toString(), data.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_type", "shop.order-placed.v1",
                        "ce_subject", order.toString(),
                        "ce_aggregateversion", "1",
                        "ce_time", "2026-01-01T00:00:00Z",
                        "ce_actor", UUID.randomUUID().toString())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** One request at a time: of several to a topic just made, Kafka may refuse the first and so take it never. */
    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", Servers.kafka().bootstrap(), "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static void createTopic(String topic) throws Exception {
        try (var admin = Servers.kafka().admin()) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get(10, TimeUnit.SECONDS);
        }
    }
}
