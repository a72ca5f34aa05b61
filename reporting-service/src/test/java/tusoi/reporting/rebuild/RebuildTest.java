package tusoi.reporting.rebuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.inbox.Watermarks;
import tusoi.platform.outbox.Watermark;
import tusoi.reporting.Asking;
import tusoi.reporting.RandomHistory;
import tusoi.testkit.Servers;
import tusoi.testkit.ServiceProperties;
import tusoi.testkit.TestKafka;

/** Over a real broker: everything thrown away comes back as it was. */
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ServiceProperties.class)
@Import(Asking.class)
@DirtiesContext
class RebuildTest {
    private static final List<String> PRODUCERS = List.of("org", "review", "discipline");
    private static final String HASH = "/api/reporting/v1/facts/hash";
    private static final String READINESS = "/actuator/health/readiness";
    private static final int PARTITIONS = 12;

    @Autowired
    private Asking asking;

    @Autowired
    private Watermarks watermarks;

    @Test
    void theFactsAndAnEarlierAnswerAreTheSameAfterARebuild() throws Exception {
        List<ReceivedEvent> events = RandomHistory.of(new Random(7)).events();
        Instant last = events.getLast().recordedAt();
        TestKafka kafka = Servers.kafka();
        topics(kafka);
        send(kafka, events);
        sendWatermarks(kafka, last);
        reaches(last);
        String hash = hash();
        String query =
                "unit=D&indicators=member.count,member.admitted,review.units-completed&by=unit&to=2021-12-31&knownAt="
                        + events.get(events.size() / 2).recordedAt();
        String before = asking.body("admin", query);

        var started = asking.post("operator", "/api/reporting/v1/rebuild");

        assertThat(started.getStatus()).isEqualTo(202);
        reaches(last);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> asking.get("operator", READINESS).getStatus() == 200);
        assertThat(hash()).isEqualTo(hash);
        assertThat(asking.body("admin", query)).isEqualTo(before);
    }

    private String hash() {
        var response = asking.get("operator", HASH);
        assertThat(response.getStatus()).isEqualTo(200);
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void reaches(Instant watermark) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !watermarks.completeThrough().isBefore(watermark));
    }

    private static void topics(TestKafka kafka) throws Exception {
        try (var admin = kafka.admin()) {
            var wanted = Stream.concat(
                            PRODUCERS.stream()
                                    .map(producer -> new NewTopic(producer + ".events", PARTITIONS, (short) 1)),
                            Stream.of(new NewTopic("watermarks", 1, (short) 1)))
                    .toList();
            for (var created : admin.createTopics(wanted).values().values()) {
                try {
                    created.get(10, SECONDS);
                } catch (java.util.concurrent.ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }

    private static void send(TestKafka kafka, List<ReceivedEvent> events) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", kafka.bootstrap(), "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                new StringSerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (ReceivedEvent event : events) {
                String key = event.type().startsWith("org.unit-")
                        ? "tree"
                        : event.aggregateId().toString();
                var message =
                        new ProducerRecord<>(event.topic(), key, event.data().toString());
                header(message, "ce_specversion", "1.0");
                header(message, "ce_id", UUID.randomUUID().toString());
                header(message, "ce_type", event.type());
                header(message, "ce_time", event.recordedAt().toString());
                header(message, "ce_subject", event.aggregateId().toString());
                header(message, "ce_aggregateversion", Long.toString(event.version()));
                header(message, "ce_actor", event.actor().toString());
                sent.add(producer.send(message));
            }
            for (Future<?> one : sent) {
                one.get(60, SECONDS);
            }
        }
    }

    private static void header(ProducerRecord<String, String> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void sendWatermarks(TestKafka kafka, Instant completeThrough) throws Exception {
        try (var admin = kafka.admin();
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()),
                        new StringSerializer(),
                        new StringSerializer())) {
            for (String name : PRODUCERS) {
                String topic = name + ".events";
                var ends = new TreeMap<Integer, Long>();
                for (int part = 0; part < PARTITIONS; part++) {
                    var asked = new TopicPartition(topic, part);
                    ends.put(
                            part,
                            admin.listOffsets(Map.of(asked, OffsetSpec.latest()))
                                    .partitionResult(asked)
                                    .get(10, SECONDS)
                                    .offset());
                }
                String topicId = admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get(10, SECONDS)
                        .values()
                        .iterator()
                        .next()
                        .topicId()
                        .toString();
                var watermark = new Watermark(completeThrough, Map.of(topic, ends), Map.of(topic, topicId));
                producer.send(new ProducerRecord<>(
                                "watermarks", name, JsonMapper.shared().writeValueAsString(watermark)))
                        .get(10, SECONDS);
            }
        }
    }
}
