package tusoi.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tusoi.launcher.installation.Layout;
import tusoi.launcher.installation.Platform;
import tusoi.launcher.installation.Recovery;
import tusoi.launcher.installation.Shutdown;
import tusoi.launcher.installation.Startup;
import tusoi.launcher.parts.JavaUse;
import tusoi.launcher.parts.Part;
import tusoi.launcher.parts.Says;
import tusoi.launcher.parts.Waiting;

/** A whole platform of the tests' own: its data under {@code .tusoi-journey}, its ports from 22080. */
final class Installation implements AutoCloseable {
    private static final int PORT_BASE = 22_080;
    private static final Says SAYS = System.out::println;

    private final Layout layout;
    private final Platform platform;
    private final HttpClient http = HttpClient.newHttpClient();

    private Installation(Layout layout) {
        this.layout = layout;
        this.platform = new Platform(layout, SAYS, JavaUse.LOOK.once());
    }

    static Installation fresh() throws IOException {
        Path root = Path.of(System.getProperty("tusoi.root")).toAbsolutePath().normalize();
        return fresh(new Layout(root, root.resolve(".tusoi-journey"), PORT_BASE));
    }

    static Installation fresh(Layout layout) throws IOException {
        new Installation(layout).close();
        delete(layout.home());
        var installation = new Installation(layout);
        try {
            installation.start();
        } catch (RuntimeException | Error failed) {
            installation.stopAfter(failed);
            throw failed;
        }
        return installation;
    }

    /** A start ends when each part is up or has failed; those that are up would be left behind, and their ports taken. */
    private void stopAfter(Throwable failed) {
        try {
            close();
        } catch (RuntimeException unstopped) {
            failed.addSuppressed(unstopped);
        }
    }

    Platform platform() {
        return platform;
    }

    Recovery recovery() {
        return new Recovery(platform, SAYS);
    }

    void start() {
        new Startup(platform, SAYS, names(platform.parts())).run();
    }

    void stop() {
        new Shutdown(platform, SAYS).run();
    }

    /** As a power cut would end them, PostgreSQL, Kafka and Keycloak left alone. */
    void killServices() {
        Layout.SERVICES.forEach(service -> platform.part(service).kill());
        platform.part(Layout.GATEWAY).kill();
    }

    /** Takes Kafka's data away for good. */
    void loseKafka() throws IOException {
        platform.kafkaServer().kill();
        delete(layout.folder("kafka"));
        platform.kafkaServer().start();
    }

    HttpResponse<byte[]> get(@Nullable String token, String path) throws IOException, InterruptedException {
        return get(platform.gateway(), token, path);
    }

    HttpResponse<byte[]> get(URI base, @Nullable String token, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    long count(String database, String query) {
        var known = platform.database(database);
        try (var connection = DriverManager.getConnection(known.url(), known.loader(), known.loaderPassword());
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query + ": " + e.getMessage(), e);
        }
    }

    static void await(String what, Duration patience, BooleanSupplier condition) {
        if (!Waiting.until(patience, condition)) {
            throw new AssertionError("waited " + patience.toSeconds() + " s for " + what);
        }
    }

    @Override
    public void close() {
        stop();
        platform.close();
    }

    private static Set<String> names(List<Part> parts) {
        return parts.stream().map(Part::name).collect(Collectors.toSet());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
