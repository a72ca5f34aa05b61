package tusoi.launcher.parts;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/**
 * Keycloak's distribution, unpacked and augmented for PostgreSQL ({@code kc.sh build}): once for all installations of a checkout, with
 * the build or, where that has not done it, by the first who starts it.
 *
 * @param log where Keycloak writes what it does
 */
public record KeycloakBuild(Parts parts, Path log, Says says) {
    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final String BUILT = ".built";

    /** Its last words, where it has done what it was to do. */
    private static final String DONE = "Server configuration updated and persisted";

    /** Takes 20 s the first time. */
    public void run() {
        var distribution = parts.keycloak();
        try (var channel = FileChannel.open(
                        distribution.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.exists(distribution.resolve(BUILT))) {
                says.say("keycloak: building the server, once");
                build(distribution);
                Folders.write(distribution.resolve(BUILT), "");
            }
        } catch (IOException e) {
            throw new PartFailed("cannot build Keycloak: " + e.getMessage(), e);
        }
    }

    private void build(Path distribution) {
        var started = StartLog.now(log);
        var building = PartProcess.start(new PartProcess.Start(
                "keycloak build",
                KeycloakServer.java(
                        distribution,
                        distribution.toAbsolutePath(),
                        JavaProgram.ENDS_SOON,
                        "build",
                        "--db=postgres",
                        "--cache=local",
                        "--health-enabled=true",
                        "--metrics-enabled=true"),
                Map.of(),
                distribution,
                log,
                Lifetime.WITH_PARENT,
                "KILL"));
        if (!Waiting.until(AT_MOST, () -> !building.isAlive())) {
            building.kill();
            throw new PartFailed("Keycloak's build takes more than " + AT_MOST);
        }
        if (!started.has(DONE)) {
            throw new PartFailed("Keycloak is not built: " + started.why());
        }
    }
}
