package tusoi.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.platform.outbox.Shop;
import tusoi.platform.persistence.DataHalf;
import tusoi.platform.persistence.Loader;
import tusoi.testkit.Servers;

/** How far a dead letter holds "now" back, which mend closes it, and that a mend outlives everything but its owner. */
class DeadLetterTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Nothing of its producer is complete from its own time on; everything before is. */
    static Instant justBefore(DeadLetter letter) {
        return Instant.parse(String.valueOf(letter.headers().get("ce_time"))).minus(1, ChronoUnit.MICROS);
    }

    @Test
    void aRebuildOverAnUnmendedLetterReachesTheSameNow() {
        try (var shop = new Shop(DataHalf.of("held").start());
                var desk = desk("held.events")) {
            shop.order(UUID.randomUUID(), 1, 20);
            await().atMost(SOON).until(() -> desk.count() == 19);
            shop.order(UUID.randomUUID(), 1, 3);
            await().atMost(SOON).until(() -> desk.count() == 22);
            var held = justBefore(desk.deadLetters().open(0, 10).getFirst());
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(desk.completeThrough()).isEqualTo(held));
            var rows = desk.rows();

            desk.context().getBean(InboxRebuild.class).start();
            assertThat(desk.completeThrough()).isEqualTo(Instant.EPOCH);
            await().atMost(SOON).until(() -> desk.count() == 22);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(desk.completeThrough()).isEqualTo(held));
            assertThat(desk.rows()).isEqualTo(rows);

            try (var other = desk("held.events")) {
                await().atMost(SOON).untilAsserted(() -> assertThat(other.completeThrough())
                        .as("of a reader with an empty database")
                        .isEqualTo(held));
                assertThat(other.rows()).isEqualTo(rows);
            }
        }
    }

    @Test
    void whatDoesNotTellItsTimeHoldsAfterARebuildWhereItHeldBefore() {
        try (var shop = new Shop(DataHalf.of("mute").start());
                var desk = desk("mute.events")) {
            shop.order(UUID.randomUUID(), 1, 3);
            await().atMost(SOON).until(() -> desk.count() == 3);
            await().atMost(SOON).until(() -> desk.completeThrough().isAfter(Instant.EPOCH));
            try (var producer = producer()) {
                producer.send(new ProducerRecord<>("mute.events", "x", "no event".getBytes(StandardCharsets.UTF_8)));
            }
            await().atMost(SOON).until(() -> desk.deadLetters().open(0, 10).size() == 1);
            var held = desk.completeThrough();
            assertThat(held).isAfter(Instant.EPOCH);

            desk.context().getBean(InboxRebuild.class).start();
            await().atMost(SOON).until(() -> desk.deadLetters().open(0, 10).size() == 1);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(desk.completeThrough()).isEqualTo(held));
        }
    }

    @Test
    void aNameThatCannotBeTakenHoldsNoFigure() {
        try (var shop = new Shop(DataHalf.of("lake")
                        .with("tusoi.outbox.latest-topics", "lake.names")
                        .start());
                var desk = new Desk(DataHalf.of("desk", Desk.Beans.class, LakeNames.class)
                        .with("tusoi.inbox.topics", "lake.events")
                        .start())) {
            shop.app().executeWithoutResult(status -> shop.outbox()
                    .publishLatest("lake.names", "customer/1", Map.of("nothing", "of use")));
            await().atMost(SOON).until(() -> desk.deadLetters().open(0, 10).size() == 1);
            var before = Instant.now();
            shop.order(UUID.randomUUID(), 1, 1);
            await().atMost(SOON).until(() -> desk.completeThrough().isAfter(before));
        }
    }

    @Test
    void aMendClosesTheLetterOfItsRecordNotOfWhatStandsInItsPlace() {
        try (var desk = desk("none.events")) {
            var letters = new DeadLetterRows(desk.jdbc());
            var lost = record("{\"pieces\":1}");
            var later = record("{\"pieces\":2}");
            letters.add(lost, "Unreadable: one");
            letters.add(later, "Unreadable: another, at the same place of the topic that came after");
            var digest = HexFormat.of().formatHex(Digests.ofRecord(later));
            assertThat(letters.close("none.events", HexFormat.of().parseHex(digest), LetterAction.MENDED))
                    .isPresent();
            assertThat(letters.open(0, 10)).singleElement().satisfies(letter -> assertThat(letter.digest())
                    .isEqualTo(Digests.ofRecord(lost)));
        }
    }

    private static Incoming record(String payload) {
        return Incoming.of("none.events", 0, 7, "k", Map.of(), payload.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void aMendThatWouldNotDoIsReplacedByTheNextOne() {
        try (var shop = new Shop(DataHalf.of("twice").start());
                var desk = desk("twice.events")) {
            shop.order(UUID.randomUUID(), 1, 14);
            await().atMost(SOON).until(() -> desk.deadLetters().open(0, 10).size() == 1);
            var letter = desk.deadLetters().open(0, 10).getFirst();
            desk.deadLetters()
                    .mend(letter.id(), Map.of("again", "1"), "{\"pieces\": 13}".getBytes(StandardCharsets.UTF_8));
            await().atMost(SOON).until(() -> desk.deadLetters().open(0, 10).size() == 2);
            var ofMend = desk.deadLetters().open(letter.id(), 10).getFirst();
            assertThat(ofMend.digest()).as("it stands for the original").isEqualTo(letter.digest());

            desk.deadLetters().mend(ofMend.id(), Map.of(), "{\"pieces\": 15}".getBytes(StandardCharsets.UTF_8));
            await().atMost(SOON).until(() -> desk.count() == 14);
            await().atMost(SOON).until(() -> desk.deadLetters().open(0, 10).isEmpty());
            var rows = desk.rows();
            desk.context().getBean(InboxRebuild.class).start();
            await().atMost(SOON).untilAsserted(() -> assertThat(desk.rows()).isEqualTo(rows));
            assertThat(desk.deadLetters().open(0, 10)).isEmpty();
        }
    }

    @Test
    void aMendGoesOutAgainWithItsOwnersJournalWhenKafkaAndTheReaderAreLost() {
        try (var kafka = Servers.newKafka();
                var shop = new Shop(DataHalf.of("gone").on(kafka).start())) {
            shop.order(UUID.randomUUID(), 1, 20);
            var rows = mended(kafka.bootstrap(), shop);

            kafka.kill();
            kafka.deleteData();
            kafka.start();
            await().atMost(SOON).until(() -> resendNeeded(shop));
            shop.asLoader().sql("select platform.resend()").query(Long.class).single();
            try (var anew = desk("gone.events", kafka.bootstrap())) {
                await().atMost(SOON).untilAsserted(() -> assertThat(anew.rows()).isEqualTo(rows));
                await().atMost(SOON).until(() -> anew.completeThrough().isAfter(Instant.EPOCH));
                assertThat(anew.deadLetters().open(0, 10)).isEmpty();
            }
        }
    }

    /** A reader mends the thirteenth, and is lost once the owner has kept the mend. */
    private static java.util.List<String> mended(String bootstrap, Shop shop) {
        try (var desk = desk("gone.events", bootstrap)) {
            await().atMost(SOON).until(() -> desk.count() == 19);
            var letter = desk.deadLetters().open(0, 10).getFirst();
            desk.deadLetters().mend(letter.id(), Map.of(), "{\"pieces\": 14}".getBytes(StandardCharsets.UTF_8));
            await().atMost(SOON).until(() -> desk.count() == 20);
            await().atMost(SOON)
                    .until(() -> shop.asLoader()
                                    .sql("select count(*) from platform.mend")
                                    .query(Long.class)
                                    .single()
                            == 1);
            return desk.rows();
        }
    }

    private static boolean resendNeeded(Shop shop) {
        return shop.asLoader()
                .sql("select resend_needed is not null from platform.clock")
                .query(Boolean.class)
                .single();
    }

    private static Desk desk(String topic) {
        return desk(topic, Servers.kafka().bootstrap());
    }

    private static Desk desk(String topic, String bootstrap) {
        return new Desk(DataHalf.of("desk", Desk.Beans.class)
                .with("tusoi.inbox.topics", topic)
                .with("TUSOI_KAFKA", bootstrap)
                .start());
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", Servers.kafka().bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Configuration(proxyBeanMethods = false)
    static class LakeNames {
        @Bean
        LatestProjection names(@Loader JdbcClient jdbc) {
            return new Desk.Names(jdbc, "lake.names");
        }
    }
}
