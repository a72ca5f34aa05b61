package tusoi.testkit;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;
import tusoi.launcher.parts.Ports;

/** A broker as a container on a port that stays, so that it can be killed and started again. */
final class KafkaContainerServer implements TestKafka.Server {
    private static final String IMAGE = System.getProperty("tusoi.image.kafka", "apache/kafka:4.2.1");

    private final int port = Ports.free();

    @SuppressWarnings("resource") // ends with the JVM
    private final KafkaContainer container = new KafkaContainer(
                    DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("apache/kafka"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "8")
            .withEnv("KAFKA_BROKER_SESSION_TIMEOUT_MS", "2500")
            .withEnv("KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "500");

    @Override
    public String bootstrap() {
        return container.getHost() + ":" + port;
    }

    @Override
    public void start() {
        Containers.start(container, "127.0.0.1:" + port + ":9092");
    }

    @Override
    public void stop() {
        Containers.stop(container);
    }

    @Override
    public void kill() {
        Containers.kill(container);
    }

    @Override
    public void deleteData() {
        container.stop();
    }

    @Override
    public String toString() {
        return Containers.describe(container);
    }
}
