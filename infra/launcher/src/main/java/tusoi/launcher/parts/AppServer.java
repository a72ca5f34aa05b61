package tusoi.launcher.parts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One of our services: the executable jar extracted once, so that its classes can come from Java's AOT cache. The second
 * start of a jar records; when that process ends, the JVM writes the cache beside the jar.
 */
public final class AppServer implements Part, AutoCloseable {
    private static final Duration EXTRACT = Duration.ofSeconds(60);
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(20);

    /**
     * @param home where extracted jars, caches and the process id are kept
     * @param use what it is started for
     */
    public record Settings(
            String name,
            Path home,
            Path jar,
            int port,
            int heapMegabytes,
            Supplier<Map<String, String>> environment,
            JavaUse use,
            Lifetime lifetime,
            Path log) {}

    private final Settings settings;
    private final PidFile pidFile;
    private @Nullable PartProcess process;

    public AppServer(Settings settings) {
        this.settings = settings;
        this.pidFile = new PidFile(settings.name(), settings.home().resolve(settings.name() + ".pid"), mark());
        this.process = pidFile.running().orElse(null);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public int port() {
        return settings.port();
    }

    @Override
    public Path log() {
        return settings.log();
    }

    @Override
    public Optional<PartProcess> process() {
        return Optional.ofNullable(process).filter(PartProcess::isAlive);
    }

    @Override
    public boolean isReady() {
        return Readiness.of(URI.create("http://127.0.0.1:" + settings.port() + "/actuator/health/readiness"));
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        var extracted = extracted();
        var log = StartLog.now(settings.log());
        var started = PartProcess.start(new PartProcess.Start(
                name(),
                command(extracted),
                settings.environment().get(),
                settings.home(),
                settings.log(),
                settings.lifetime(),
                "KILL"));
        pidFile.write(started);
        process = started;
        if (!Waiting.until(START, () -> isReady() || !started.isAlive()) || !started.isAlive()) {
            started.kill();
            cache(extracted).forget();
            throw new PartFailed(name() + " does not become ready: " + log.why());
        }
        cache(extracted).started();
    }

    @Override
    public void stop() {
        var stopping = process;
        if (stopping == null) {
            return;
        }
        cache(extracted()).stop(stopping, STOP);
        pidFile.forget();
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

    private AotCache cache(Path extracted) {
        return new AotCache(extracted.resolve("app.aot"), settings.use().recordsCaches());
    }

    private String mark() {
        return "-Dtusoi.part=" + settings.name() + "@" + settings.home().toAbsolutePath();
    }

    private List<String> command(Path extracted) {
        var options = new ArrayList<String>();
        options.add(mark());
        options.add("--enable-native-access=ALL-UNNAMED");
        options.addAll(settings.use().options());
        options.addAll(cache(extracted).options());
        options.addAll(List.of("-jar", extracted.resolve("app.jar").toString()));
        return new JavaProgram(settings.heapMegabytes(), options, List.of()).command();
    }

    /** The jar's classes and libraries beside each other, in a folder named after the jar's size and time. */
    private Path extracted() {
        var jar = settings.jar();
        try {
            if (!Files.exists(jar)) {
                throw new PartFailed(jar + " is missing: build it with ./mvnw package -DskipTests");
            }
            var versions = settings.home().toAbsolutePath().resolve(name());
            var stamp = Files.size(jar) + "-" + Files.getLastModifiedTime(jar).toMillis();
            var target = versions.resolve(stamp);
            if (!Files.exists(target)) {
                Folders.delete(versions);
                extract(jar, Files.createDirectories(versions).resolve("part"));
                Files.move(versions.resolve("part"), target);
            }
            return target;
        } catch (IOException e) {
            throw new PartFailed("cannot extract " + jar + ": " + e.getMessage(), e);
        }
    }

    private void extract(Path jar, Path into) throws IOException {
        var local = into.resolveSibling("app.jar");
        Files.copy(jar, local);
        var options = new ArrayList<>(JavaProgram.ENDS_SOON);
        options.addAll(List.of("-Djarmode=tools", "-jar", local.toString()));
        var program = List.of("extract", "--destination", into.toString());
        var extracting = new ProcessBuilder(new JavaProgram(settings.heapMegabytes(), options, program).command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
        if (!Waiting.ended(extracting, EXTRACT) || extracting.exitValue() != 0) {
            extracting.destroyForcibly();
            throw new PartFailed("cannot extract " + jar + ":\n" + Folders.tail(settings.log(), 5));
        }
        Files.delete(local);
    }
}
