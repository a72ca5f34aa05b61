package tusoi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import tusoi.launcher.parts.Folders;
import tusoi.launcher.parts.KafkaServer;
import tusoi.launcher.parts.Lifetime;
import tusoi.launcher.parts.Parts;
import tusoi.launcher.parts.Ports;
import tusoi.launcher.parts.PostgresServer;
import tusoi.launcher.parts.Says;

/**
 * The servers that the tests of one JVM share. They end with the JVM, by a shutdown hook when it ends well and by the
 * kernel when it is killed.
 */
public final class Servers {
    private static final Path HOME = temporaryFolder();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Servers() {}

    /** The shared PostgreSQL server; each test class takes a fresh database of it. */
    public static TestPostgres postgres() {
        return SharedPostgres.POSTGRES;
    }

    /** The shared broker; tests name their topics apart, or take {@link #newKafka()}. */
    public static TestKafka kafka() {
        return SharedKafka.KAFKA;
    }

    /** A broker of the test's own, which it may kill, stop and start again on the same port and data. */
    public static TestKafka newKafka() {
        var kafka = new TestKafka(kafkaServer());
        kafka.start();
        return kafka;
    }

    /** A PostgreSQL server of the test's own, for tests that kill it. */
    public static TestPostgres newPostgres() {
        var postgres = new TestPostgres(postgresServer());
        postgres.start();
        return postgres;
    }

    private static PostgresServer postgresServer() {
        var home = HOME.resolve("postgres-" + COUNT.incrementAndGet());
        var server = new PostgresServer(
                Parts.fromProperty(),
                new PostgresServer.Settings(
                        home, Ports.free(), "test", false, 200, Lifetime.WITH_PARENT, home.resolve("postgres.log")),
                Says.NOTHING);
        atEnd(server::kill);
        return server;
    }

    private static KafkaServer kafkaServer() {
        var home = HOME.resolve("kafka-" + COUNT.incrementAndGet());
        var server = new KafkaServer(
                Parts.fromProperty(),
                new KafkaServer.Settings(
                        home, Ports.free(), Ports.free(), Lifetime.WITH_PARENT, home.resolve("kafka.log")),
                Says.NOTHING);
        atEnd(server::kill);
        return server;
    }

    private static void atEnd(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.run();
            Folders.delete(HOME);
        }));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("tusoi-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class SharedPostgres {
        private static final TestPostgres POSTGRES = newPostgres();
    }

    private static final class SharedKafka {
        private static final TestKafka KAFKA = newKafka();
    }
}
