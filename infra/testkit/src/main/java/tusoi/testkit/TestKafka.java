package tusoi.testkit;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import tusoi.launcher.parts.Ports;
import tusoi.launcher.parts.Waiting;

/** A broker for tests. */
public final class TestKafka implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Server server;

    interface Server {
        String bootstrap();

        void start();

        void stop();

        void kill();

        void deleteData();
    }

    TestKafka(Server server) {
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
        int port = Integer.parseInt(bootstrap().substring(bootstrap().lastIndexOf(':') + 1));
        if (!Waiting.until(START, () -> Ports.accepts(port))) {
            throw new IllegalStateException("the broker does not take connections on " + bootstrap());
        }
    }

    /** Loses every record, as a dead disk would; stop or kill it before. */
    public void deleteData() {
        server.deleteData();
    }

    @Override
    public void close() {
        server.kill();
    }

    /** What it runs on. */
    @Override
    public String toString() {
        return server.toString();
    }
}
