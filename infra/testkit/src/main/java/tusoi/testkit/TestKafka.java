package tusoi.testkit;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import tusoi.launcher.parts.KafkaServer;

/** A broker for tests. */
public final class TestKafka implements AutoCloseable {
    private final KafkaServer server;

    TestKafka(KafkaServer server) {
        this.server = server;
    }

    public String bootstrap() {
        return server.bootstrap();
    }

    public Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()));
    }

    /** Ends the broker as SIGKILL does; port and data stay for the next start. */
    public void kill() {
        server.kill();
    }

    public void stop() {
        server.stop();
    }

    public void start() {
        server.start();
    }

    /** Loses every record, as a dead disk would; stop or kill it before. */
    public void deleteData() {
        server.deleteData();
    }

    @Override
    public void close() {
        server.kill();
    }
}
