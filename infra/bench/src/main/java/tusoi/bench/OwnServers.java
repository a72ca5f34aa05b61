package tusoi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import tusoi.launcher.installation.Layout;
import tusoi.launcher.parts.Folders;
import tusoi.launcher.parts.KafkaServer;
import tusoi.launcher.parts.Lifetime;
import tusoi.launcher.parts.Parts;
import tusoi.launcher.parts.Ports;
import tusoi.launcher.parts.PostgresServer;
import tusoi.launcher.parts.Says;
import tusoi.launcher.parts.ServiceDatabase;

/** A PostgreSQL and a Kafka as an installation has them, fsync included; empty at first, and gone with the benchmark. */
final class OwnServers implements AutoCloseable {
    private static final int CONNECTIONS = 100;

    /** For 60 million facts on 24 GiB: a sixth of the memory for what is read often, one checkpoint and not fifty while it is filled. */
    static final Map<String, String> FOR_A_NATION = Map.of(
            "shared_buffers", "4GB",
            "effective_cache_size", "12GB",
            "maintenance_work_mem", "1GB",
            "max_wal_size", "16GB",
            "checkpoint_timeout", "30min",
            "wal_level", "minimal",
            "max_wal_senders", "0");

    private final Path home;
    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private int databases;

    private OwnServers(Path home, PostgresServer postgres, KafkaServer kafka) {
        this.home = home;
        this.postgres = postgres;
        this.kafka = kafka;
    }

    static OwnServers start() throws IOException {
        return start(Map.of());
    }

    /** @param further settings of PostgreSQL in place of an installation's */
    static OwnServers start(Map<String, String> further) throws IOException {
        // In the checkout and not in the system's temporary folder, which may be memory.
        Path home = Files.createTempDirectory(Layout.fromProperties().root(), ".tusoi-bench-");
        Parts parts = Parts.fromProperty();
        String password = UUID.randomUUID().toString();
        var servers = new OwnServers(
                home,
                new PostgresServer(
                        parts,
                        new PostgresServer.Settings(
                                home.resolve("postgres"),
                                Ports.free(),
                                password,
                                true,
                                CONNECTIONS,
                                Lifetime.WITH_PARENT,
                                home.resolve("postgres.log")),
                        Says.NOTHING,
                        further),
                new KafkaServer(
                        parts,
                        new KafkaServer.Settings(
                                home.resolve("kafka"),
                                Ports.free(),
                                Ports.free(),
                                Lifetime.WITH_PARENT,
                                home.resolve("kafka.log")),
                        Says.NOTHING));
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
        servers.postgres.start();
        servers.kafka.start();
        return servers;
    }

    PostgresServer postgres() {
        return postgres;
    }

    /** For files that the server itself reads and writes. */
    Path folder() {
        return home.toAbsolutePath();
    }

    /** With nothing in the server's own memory any more; what the operating system holds of the files stays. */
    void restartPostgres() {
        postgres.stop();
        postgres.start();
    }

    String kafka() {
        return kafka.bootstrap();
    }

    ServiceDatabase database(String service) {
        String name = service + "_" + ++databases;
        String password = postgres.password();
        var database = new ServiceDatabase(service, name, postgres.url(name), password, password, password);
        database.createIn(postgres);
        return database;
    }

    /** What the launcher gives a service in its environment, as arguments. */
    String[] arguments(ServiceDatabase database) {
        return new String[] {
            "--TUSOI_PORT=" + Ports.free(),
            "--TUSOI_DB_URL=" + database.url(),
            "--TUSOI_DB_OWNER_PASSWORD=" + database.ownerPassword(),
            "--TUSOI_DB_APP_PASSWORD=" + database.appPassword(),
            "--TUSOI_DB_LOADER_PASSWORD=" + database.loaderPassword(),
            "--TUSOI_KAFKA=" + kafka()
        };
    }

    @Override
    public synchronized void close() {
        kafka.kill();
        postgres.kill();
        Folders.delete(home);
    }
}
