package tusoi.testkit;

import java.nio.file.Path;
import tusoi.launcher.parts.KafkaServer;
import tusoi.launcher.parts.Lifetime;
import tusoi.launcher.parts.Parts;
import tusoi.launcher.parts.Ports;
import tusoi.launcher.parts.Says;

/** A broker as a plain process. */
final class KafkaProcess implements TestKafka.Server {
    private final KafkaServer server;

    KafkaProcess(Path home) {
        this.server = new KafkaServer(
                Parts.fromProperty(),
                new KafkaServer.Settings(
                        home, Ports.free(), Ports.free(), Lifetime.WITH_PARENT, home.resolve("kafka.log")),
                Says.NOTHING);
    }

    @Override
    public String bootstrap() {
        return server.bootstrap();
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void deleteData() {
        server.deleteData();
    }

    @Override
    public String toString() {
        return "Kafka as a plain process";
    }
}
