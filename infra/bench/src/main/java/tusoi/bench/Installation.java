package tusoi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import tusoi.launcher.installation.Layout;
import tusoi.launcher.installation.PartStatus;
import tusoi.launcher.installation.Platform;
import tusoi.launcher.installation.Shutdown;
import tusoi.launcher.installation.Startup;
import tusoi.launcher.parts.Part;

/** A whole platform of the benchmarks' own: its data under {@code .tusoi-bench}, its ports from 21080. */
final class Installation implements AutoCloseable {
    private static final int PORT_BASE = 21_080;

    private final Layout layout;
    private final Platform platform;

    private Installation(Layout layout, boolean recordsCaches) {
        this.layout = layout;
        this.platform = new Platform(layout, line -> System.err.println("  " + line), recordsCaches);
    }

    /** Nothing kept from a former run. */
    static Installation fresh() throws IOException {
        Layout layout = layout();
        try (var former = new Installation(layout, false)) {
            former.stop();
        }
        delete(layout.home());
        return new Installation(layout, true);
    }

    /** What {@link #fresh()} left behind. */
    static Installation again() {
        return new Installation(layout(), false);
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
