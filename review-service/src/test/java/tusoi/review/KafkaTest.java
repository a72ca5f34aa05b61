package tusoi.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tusoi.review.Api.body;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import tusoi.review.contract.Contracts;
import tusoi.testkit.Servers;

/** In by org.events and org.names, out by review.events, over a real broker. */
class KafkaTest extends SliceTest {
    @Test
    void membersAndNamesComeInAndReviewsGoOut() throws Exception {
        topics();
        UUID member = UUID.randomUUID();
        Path example =
                Contracts.examples("org-service", "org.member-registered.v1").getFirst();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Servers.kafka().bootstrap()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(event(example, member)).get(10, SECONDS);
            producer.send(new ProducerRecord<>("org.names", "member/" + member, "{\"fullName\":\"Thử Nghiệm\"}"))
                    .get(10, SECONDS);
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(jdbc.sql(
                                "select count(*) from review.member_slice join review.member_name using (member_id) where member_id = :m")
                        .param("m", member)
                        .query(Integer.class)
                        .single())
                .isPositive());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(api().readiness().status()).isEqualTo(200));

        var register = register();
        UUID district = register.organisation("DISTRICT", null);
        String officer = register.officer("ORGANISATION_OFFICER", district);
        register.arrives();
        String target = api().post(
                        officer,
                        "/targets",
                        body(
                                "unitId",
                                district,
                                "indicator",
                                "member.admitted",
                                "from",
                                "2023-01-01",
                                "to",
                                "2023-12-31",
                                "planned",
                                5))
                .id("targetId");

        ConsumerRecord<String, String> published = publishedOf(target);
        assertThat(header(published, "ce_type")).isEqualTo("review.target-set.v1");
        assertThat(header(published, "ce_source")).isEqualTo("/review-service");
        assertThat(Contracts.misfits("review.target-set.v1", published.value())).isEmpty();
        assertThat(jdbc.sql("select count(*) from platform.dead_letter")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static void topics() throws Exception {
        try (var admin = Servers.kafka().admin()) {
            Set<String> missing = new HashSet<>(Set.of("org.events", "org.names"));
            missing.removeAll(admin.listTopics().names().get(10, SECONDS));
            admin.createTopics(missing.stream()
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all()
                    .get(10, SECONDS);
        }
    }

    private static ProducerRecord<String, String> event(Path example, UUID member) throws IOException {
        var record = new ProducerRecord<>("org.events", member.toString(), Files.readString(example));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/org-service",
                        "ce_type",
                        Contracts.typeOf(example),
                        "ce_time",
                        "2023-01-01T00:00:00.000001Z",
                        "ce_subject",
                        member.toString(),
                        "ce_aggregateversion",
                        "1",
                        "ce_actor",
                        UUID.randomUUID().toString())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static ConsumerRecord<String, String> publishedOf(String key) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", Servers.kafka().bootstrap(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("review.events"));
            return await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                for (var record : consumer.poll(Duration.ofMillis(500))) {
                                    if (key.equals(record.key())) {
                                        return record;
                                    }
                                }
                                return null;
                            },
                            Objects::nonNull);
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
