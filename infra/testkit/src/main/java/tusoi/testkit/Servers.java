package tusoi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import tusoi.launcher.parts.Folders;

/**
 * The servers that the tests of one JVM share. They end with the JVM, by a shutdown hook when it ends well and by the
 * kernel when it is killed. With {@code -Dtusoi.servers=containers} they are containers, of the images that
 * {@code tusoi.image.postgres} and {@code tusoi.image.kafka} name.
 */
public final class Servers {
    private static final Path HOME = temporaryFolder();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final boolean CONTAINERS = containersAskedFor(System.getProperty("tusoi.servers", "processes"));

    private Servers() {}

    /** The shared PostgreSQL server; each test class takes a fresh database of it. */
    public static TestPostgres postgres() {
        return SharedPostgres.POSTGRES;
    }

    /** The shared broker; tests name their topics apart, or take {@link #newKafka()}. */
    public static TestKafka kafka() {
        return SharedKafka.KAFKA;
    }

    /** The shared Keycloak with the realm of this repository; always a plain process. */
    public static TestKeycloak keycloak() {
        return SharedKeycloak.KEYCLOAK;
    }

    /** A broker of the test's own, which it may kill, stop and start again on the same port and data. */
    public static TestKafka newKafka() {
        var kafka = new TestKafka(CONTAINERS ? new KafkaContainerServer() : new KafkaProcess(folder("kafka")));
        atEnd(kafka::close);
        kafka.start();
        say(kafka);
        return kafka;
    }

    /** A PostgreSQL server of the test's own, for tests that kill it. */
    public static TestPostgres newPostgres() {
        var postgres =
                new TestPostgres(CONTAINERS ? new PostgresContainerServer() : new PostgresProcess(folder("postgres")));
        atEnd(postgres::close);
        postgres.start();
        say(postgres);
        return postgres;
    }

    private static TestKeycloak newKeycloak() {
        var keycloak = new TestKeycloak(folder("keycloak"), postgres().database("keycloak"));
        atEnd(keycloak::close);
        keycloak.start();
        return keycloak;
    }

    /** Any other word is refused, so that a slip of the pen does not mean plain processes. */
    private static boolean containersAskedFor(String servers) {
        return switch (servers) {
            case "containers" -> true;
            case "processes" -> false;
            default -> throw new IllegalArgumentException("tusoi.servers is " + servers);
        };
    }

    /** Says on which server the tests run; infra/testkit/test.sh reads it in the tests' output. */
    private static void say(Object server) {
        System.out.println("test server: " + server);
    }

    private static Path folder(String server) {
        return HOME.resolve(server + "-" + COUNT.incrementAndGet());
    }

    private static void atEnd(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                stop.run();
            } finally {
                Folders.delete(HOME);
            }
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

    private static final class SharedKeycloak {
        private static final TestKeycloak KEYCLOAK = newKeycloak();
    }
}
