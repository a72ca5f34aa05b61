package tusoi.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import tools.jackson.databind.json.JsonMapper;
import tusoi.bench.nation.Nation;
import tusoi.bench.nation.NationEvents;
import tusoi.bench.nation.NationWriter;
import tusoi.bench.nation.Size;
import tusoi.platform.outbox.Watermark;

/** A generated register's events in Kafka, and the watermarks that say that they are all. */
record RegisterInKafka(Nation nation, long events) {
    private static final int PARTITIONS = 12;
    private static final String ACTOR = new UUID(0x0190_0000_0000_7000L, Long.MIN_VALUE).toString();

    static RegisterInKafka send(OwnServers servers, double scale) throws ExecutionException, InterruptedException {
        Nation nation = new Nation(Size.of(scale));
        System.err.println("  " + nation.size().text());
        long begin = System.nanoTime();
        long[] sent = new long[1];
        Map<String, BareProducer> producers = new HashMap<>();
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
            List<String> topics = List.of(NationEvents.ORG, NationEvents.REVIEW, "discipline.events");
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
            topics.forEach(topic -> producers.put(topic, new BareProducer(servers.kafka(), topic)));
            new NationEvents(nation).<ExecutionException>each(event -> {
                sent[0]++;
                BareProducer producer = producers.get(event.topic());
                if (producer != null) {
                    producer.give(record(event));
                }
            });
            for (BareProducer producer : producers.values()) {
                producer.flush();
            }
            watermarks(servers, admin, topics);
        } finally {
            producers.values().forEach(BareProducer::close);
        }
        System.err.printf(Locale.ROOT, "  %,d events in Kafka after %.1f s%n", sent[0], Rounds.secondsSince(begin));
        return new RegisterInKafka(nation, sent[0]);
    }

    private static ProducerRecord<String, byte[]> record(NationEvents.Event event) {
        String source = "/" + event.topic().substring(0, event.topic().indexOf('.')) + "-service";
        List<Header> headers = List.of(
                header("ce_specversion", "1.0"),
                header("content-type", "application/json"),
                header("ce_id", new UUID(event.version(), event.aggregate().getLeastSignificantBits()).toString()),
                header("ce_source", source),
                header("ce_type", event.type()),
                header("ce_time", event.recordedAt().toString()),
                header("ce_subject", event.aggregate().toString()),
                header("ce_aggregateversion", String.valueOf(event.version())),
                header("ce_actor", ACTOR));
        long time = event.recordedAt().toEpochMilli();
        return new ProducerRecord<>(event.topic(), null, time, event.key(), event.data(), headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Every producer has said all. */
    private static void watermarks(OwnServers servers, Admin admin, List<String> topics)
            throws ExecutionException, InterruptedException {
        admin.createTopics(
                        List.of(new NewTopic("watermarks", 1, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                .all()
                .get();
        try (var producer = new BareProducer(servers.kafka(), "watermarks")) {
            for (String topic : topics) {
                Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
                }
                Map<Integer, Long> ends = new TreeMap<>();
                admin.listOffsets(asked).all().get().forEach((at, end) -> ends.put(at.partition(), end.offset()));
                String id = admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get()
                        .values()
                        .iterator()
                        .next()
                        .topicId()
                        .toString();
                Instant through = NationWriter.WATERMARK;
                var watermark = new Watermark(through, Map.of(topic, ends), Map.of(topic, id));
                byte[] data = JsonMapper.shared().writeValueAsBytes(watermark);
                producer.give(new ProducerRecord<>("watermarks", topic.substring(0, topic.indexOf('.')), data));
            }
            producer.flush();
        }
    }
}
