package tusoi.launcher.installation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import tusoi.launcher.parts.Says;

/** Stops what runs, in the reverse order of the start. */
public final class Shutdown {
    private static final List<List<String>> ORDER =
            List.of(List.of(Layout.GATEWAY), Layout.SERVICES, List.of("keycloak", "kafka"), List.of("postgres"));

    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(300);

    private final Platform platform;
    private final Says says;

    public Shutdown(Platform platform, Says says) {
        this.platform = platform;
        this.says = says;
    }

    public void run() {
        try (var _ = InstallationLock.take(platform.layout(), says)) {
            stopAll();
        }
    }

    /** When this very program is interrupted and may still be starting parts: a part may come up behind the one just stopped. */
    public void atOnce(Startup startup) {
        startup.abandon();
        do {
            stopAll();
        } while (!startup.isOverWithin(BETWEEN_ROUNDS));
        stopAll();
    }

    private void stopAll() {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var together : ORDER) {
                CompletableFuture.allOf(together.stream()
                                .map(name -> CompletableFuture.runAsync(() -> stop(name), pool))
                                .toArray(CompletableFuture[]::new))
                        .join();
            }
        }
    }

    private void stop(String name) {
        var part = platform.part(name);
        if (part.isRunning()) {
            part.stop();
            says.say(name + ": stopped");
        }
    }
}
