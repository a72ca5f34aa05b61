package tusoi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tusoi.launcher.installation.Layout;
import tusoi.launcher.installation.PartStatus;
import tusoi.launcher.installation.Platform;
import tusoi.launcher.installation.Shutdown;
import tusoi.launcher.installation.Startup;
import tusoi.launcher.parts.JavaUse;
import tusoi.launcher.parts.Part;
import tusoi.launcher.parts.Waiting;

/** A whole platform of the benchmarks' own: its data under {@code .tusoi-bench}, its ports from 21080. */
final class Installation implements AutoCloseable {
    private static final int PORT_BASE = 21_080;
    private static final Duration CACHES_AT_MOST = Duration.ofMinutes(3);

    /** From an installation's home: apps, the service, its version, the file. */
    private static final int CACHES_DEEP = 4;

    private final Layout layout;
    private final Platform platform;

    private Installation(Layout layout) {
        this.layout = layout;
        this.platform = new Platform(layout, line -> System.err.println("  " + line), JavaUse.WORK);
    }

    /** Nothing kept from a former run, neither data nor what Java keeps to start faster. */
    static Installation fresh() throws IOException {
        Layout layout = layout();
        stopFormer(layout);
        delete(layout.home());
        return new Installation(layout);
    }

    /** No data, but what Java keeps to start faster, if it was there. */
    static Installation withoutData() throws IOException {
        Layout layout = layout();
        stopFormer(layout);
        awaitCaches(layout);
        try (var kept = Files.list(layout.home())) {
            for (Path path : kept.filter(path -> !path.endsWith("apps")).toList()) {
                delete(path);
            }
        } catch (NoSuchFileException none) {
            // the first run on this machine
        }
        return new Installation(layout);
    }

    /** What the last one left behind, once its JVMs have written what they recorded for the next start; the second start records. */
    static Installation again() throws IOException {
        Layout layout = layout();
        awaitCaches(layout);
        return new Installation(layout);
    }

    private static void stopFormer(Layout layout) {
        try (var former = new Installation(layout)) {
            former.stop();
        }
    }

    private static void awaitCaches(Layout layout) throws IOException {
        long begin = System.nanoTime();
        while (isWritingCaches(layout.home()) || isWritingCaches(layout.parts())) {
            if (System.nanoTime() - begin > CACHES_AT_MOST.toNanos()) {
                throw new IllegalStateException(
                        "the caches of the former start are not written after " + CACHES_AT_MOST);
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static boolean isWritingCaches(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (var files = Files.walk(folder, CACHES_DEEP)) {
            return files.filter(file -> file.toString().endsWith(".aot.writer")).anyMatch(Installation::isAlive);
        }
    }

    private static boolean isAlive(Path writer) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(writer).strip()))
                    .isPresent();
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Layout layout() {
        Layout here = Layout.fromProperties();
        return new Layout(here.root(), here.root().resolve(".tusoi-bench"), PORT_BASE);
    }

    double startSeconds() {
        long begin = System.nanoTime();
        new Startup(platform, line -> System.err.println("  " + line), names()).run();
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Blocks until every service has read all that the others had published when it was called. */
    void awaitFollowers() {
        var asked = OffsetDateTime.now(ZoneOffset.UTC);
        for (String service : Layout.SERVICES) {
            if (!Waiting.until(Api.PATIENCE, () -> hasReadTo(service, asked))) {
                throw new IllegalStateException(service + " had not read all after " + Api.PATIENCE);
            }
        }
    }

    private boolean hasReadTo(String service, OffsetDateTime instant) {
        var database = platform.database(service);
        try (var connection =
                        DriverManager.getConnection(database.url(), database.loader(), database.loaderPassword());
                var statement = connection.prepareStatement(
                        "select not exists (select from platform.freshness where complete_through < ?)")) {
            statement.setObject(1, instant);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    double memoryGibibytes() {
        return platform.parts().stream()
                        .mapToLong(part -> PartStatus.of(part).memoryKibibytes())
                        .sum()
                / 1024.0
                / 1024.0;
    }

    Platform platform() {
        return platform;
    }

    /** Signed in as the register's first administrator, who here holds every role. */
    Api api() {
        return new Api(platform);
    }

    void stop() {
        new Shutdown(platform, line -> {}).run();
    }

    @Override
    public void close() {
        stop();
        platform.close();
    }

    private Set<String> names() {
        return platform.parts().stream().map(Part::name).collect(Collectors.toSet());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
