package tusoi.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A producer with the relay's settings and nothing before it, with a topic that is set as another one is. */
final class BareProducer implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();

    BareProducer(String bootstrap, String topic, String like) throws ExecutionException, InterruptedException {
        this(bootstrap, topic);
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var settings = new HashMap<String, String>();
            var asked = new ConfigResource(ConfigResource.Type.TOPIC, like);
            var configs = admin.describeConfigs(List.of(asked)).all().get().values();
            configs.stream()
                    .flatMap(config -> config.entries().stream())
                    .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                    .forEach(entry -> settings.put(entry.name(), entry.value()));
            int partitions = producer.partitionsFor(like).size();
            System.err.println("  " + topic + " has " + partitions + " partitions and " + settings);
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(settings)))
                    .all()
                    .get();
        }
    }

    /** For a topic that is there. */
    BareProducer(String bootstrap, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(settings(bootstrap), new StringSerializer(), new ByteArraySerializer());
    }

    /** As the relay's own. */
    private static Map<String, Object> settings(String bootstrap) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("enable.metrics.push", false);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("linger.ms", 1);
        settings.put("batch.size", 256 * 1024);
        settings.put("buffer.memory", 64L * 1024 * 1024);
        settings.put("compression.type", "lz4");
        return settings;
    }

    /** From the first record given to the producer until the last is acknowledged. */
    double sendSeconds(List<ConsumerRecord<String, byte[]>> records) throws ExecutionException, InterruptedException {
        var copies = records.stream().map(this::copy).toList();
        long begin = System.nanoTime();
        send(copies);
        return Rounds.secondsSince(begin);
    }

    void send(List<ProducerRecord<String, byte[]>> records) throws ExecutionException, InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>(records.size());
        for (var record : records) {
            sent.add(producer.send(record));
        }
        for (var acknowledged : sent) {
            var unused = acknowledged.get();
        }
    }

    /** Waits only while what was given before is more than the producer holds. */
    void give(ProducerRecord<String, byte[]> record) {
        var unused = producer.send(record, (_, fault) -> {
            if (fault != null) {
                failed.compareAndSet(null, fault);
            }
        });
    }

    /** Everything given is acknowledged. */
    void flush() throws ExecutionException {
        producer.flush();
        Exception fault = failed.get();
        if (fault != null) {
            throw new ExecutionException(fault);
        }
    }

    private ProducerRecord<String, byte[]> copy(ConsumerRecord<String, byte[]> record) {
        var headers = new ArrayList<Header>();
        record.headers().forEach(header -> headers.add(new RecordHeader(header.key(), header.value())));
        return new ProducerRecord<>(topic, null, record.timestamp(), record.key(), record.value(), headers);
    }

    @Override
    public void close() {
        producer.close();
    }
}
