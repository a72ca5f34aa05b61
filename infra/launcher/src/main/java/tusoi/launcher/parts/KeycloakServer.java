package tusoi.launcher.parts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak with PostgreSQL as its database. Each installation has a home of its own that links to the distribution, and java is started
 * directly, because kc.sh stays as a parent and chooses memory settings for large machines.
 */
public final class KeycloakServer implements Part, AutoCloseable {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(20);

    private static final int HEAP_MEGABYTES = 384;

    /** Those of kc.sh that are not about memory. */
    private static final List<String> OPTIONS = List.of(
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    /** @param realm the realm file that is imported, where it is there and Keycloak has no such realm */
    public record Settings(
            Path home,
            int port,
            int managementPort,
            ServiceDatabase database,
            String adminPassword,
            Path realm,
            Lifetime lifetime,
            Path log) {}

    private final Parts parts;
    private final Settings settings;
    private final Says says;
    private final PidFile pidFile;
    private @Nullable PartProcess process;

    public KeycloakServer(Parts parts, Settings settings, Says says) {
        this.parts = parts;
        this.settings = settings;
        this.says = says;
        this.pidFile = new PidFile("keycloak", settings.home().resolve("keycloak.pid"), homeOption());
        this.process = pidFile.running().orElse(null);
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public int port() {
        return settings.port();
    }

    @Override
    public Path log() {
        return settings.log();
    }

    public String url() {
        return "http://127.0.0.1:" + settings.port();
    }

    /** Needs no other part. */
    public void prepare() {
        new KeycloakBuild(parts, settings.log(), says).run();
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        prepare();
        var home = linkedHome();
        // Nobody signs in a thousand times a minute.
        var options = new ArrayList<>(JavaProgram.SECOND_COMPILER_LATER);
        options.addAll(cache().options());
        var log = StartLog.now(settings.log());
        var started = PartProcess.start(new PartProcess.Start(
                "keycloak",
                java(parts.keycloak(), home, options, "start", "--optimized", "--import-realm"),
                environment(),
                home,
                settings.log(),
                settings.lifetime(),
                "KILL"));
        pidFile.write(started);
        if (!Waiting.until(START, () -> isReady() || !started.isAlive()) || !started.isAlive()) {
            started.kill();
            throw new PartFailed("Keycloak does not start: " + log.why());
        }
        cache().started();
        process = started;
    }

    @Override
    public boolean isReady() {
        return Readiness.of(URI.create("http://127.0.0.1:" + settings.managementPort() + "/health/ready"));
    }

    @Override
    public void stop() {
        var stopping = process;
        if (stopping != null) {
            cache().stop(stopping, STOP);
            pidFile.forget();
        }
        process = null;
    }

    @Override
    public void kill() {
        var killed = process;
        if (killed != null) {
            killed.kill();
        }
        process = null;
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public Optional<PartProcess> process() {
        return Optional.ofNullable(process).filter(PartProcess::isAlive);
    }

    /** A folder with links to the distribution and data of its own. */
    private Path linkedHome() {
        var home = settings.home().toAbsolutePath();
        try {
            Files.createDirectories(home.resolve("data/import"));
            for (var part : List.of("lib", "providers", "themes", "conf", "bin")) {
                var link = home.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, parts.keycloak().resolve(part).toAbsolutePath());
            }
            var realm = home.resolve("data/import/tusoi-realm.json");
            Files.deleteIfExists(realm);
            if (Files.exists(settings.realm())) {
                Files.createSymbolicLink(realm, settings.realm().toAbsolutePath());
            }
            return home;
        } catch (IOException e) {
            throw new PartFailed("cannot prepare " + home + ": " + e.getMessage(), e);
        }
    }

    private String homeOption() {
        return "-Dkc.home.dir=" + settings.home().toAbsolutePath();
    }

    private AotCache cache() {
        return parts.cache(parts.keycloak().resolve("keycloak.aot"));
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("KC_DB_URL", settings.database().url());
        environment.put("KC_DB_USERNAME", settings.database().owner());
        environment.put("KC_DB_PASSWORD", settings.database().ownerPassword());
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword());
        environment.put("KC_HOSTNAME", url());
        environment.put("KC_CACHE", "local");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(settings.port()));
        environment.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(settings.managementPort()));
        return environment;
    }

    /** The command line of one of Keycloak's programs. */
    static List<String> java(Path distribution, Path home, List<String> javaOptions, String... arguments) {
        var options = new ArrayList<>(javaOptions);
        options.add("-Dkc.home.dir=" + home);
        options.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        options.addAll(OPTIONS);
        options.addAll(List.of("-cp", distribution.toAbsolutePath() + "/lib/quarkus-run.jar"));
        options.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        return new JavaProgram(HEAP_MEGABYTES, options, List.of(arguments)).command();
    }
}
