package tusoi.launcher.parts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One Kafka broker that is its own controller, in a JVM of its own, on 127.0.0.1 only. */
public final class KafkaServer implements Part, AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final int HEAP_MEGABYTES = 320;
    private static final Duration STOP = Duration.ofSeconds(20);

    /** @param home holds data, configuration and the process id */
    public record Settings(Path home, int port, int controllerPort, Lifetime lifetime, Path log) {}

    private final Parts parts;
    private final Settings settings;
    private final Says says;
    private final PidFile pidFile;
    private @Nullable PartProcess process;

    public KafkaServer(Parts parts, Settings settings, Says says) {
        this.parts = parts;
        this.settings = settings;
        this.says = says;
        this.pidFile = new PidFile(
                "kafka", settings.home().resolve("kafka.pid"), properties().toString());
        this.process = pidFile.running().orElse(null);
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        try {
            Files.createDirectories(settings.home());
            Files.writeString(properties(), configuration());
            Files.writeString(
                    logConfiguration(), LOGGING.formatted(settings.log().toAbsolutePath()));
            format();
        } catch (IOException e) {
            throw new PartFailed("cannot prepare " + settings.home() + ": " + e.getMessage(), e);
        }
        var log = StartLog.now(settings.log());
        var options = new ArrayList<>(parts.use().options());
        options.addAll(cache().options());
        var started =
                PartProcess.start(start(options, "kafka.Kafka", properties().toString()));
        pidFile.write(started);
        if (!Waiting.until(START, () -> Ports.accepts(settings.port()) || !started.isAlive()) || !started.isAlive()) {
            started.kill();
            throw new PartFailed("Kafka does not start: " + log.why());
        }
        cache().started();
        process = started;
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

    @Override
    public String name() {
        return "kafka";
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
    public boolean isReady() {
        return isRunning() && Ports.accepts(settings.port());
    }

    public String bootstrap() {
        return "127.0.0.1:" + settings.port();
    }

    /** Loses every record, as a dead disk would. The broker must be stopped. */
    public void deleteData() {
        Folders.delete(data());
    }

    private Path data() {
        return settings.home().resolve("data");
    }

    private Path properties() {
        return settings.home().toAbsolutePath().resolve("server.properties");
    }

    private Path logConfiguration() {
        return settings.home().toAbsolutePath().resolve("log4j2.xml");
    }

    private void format() throws IOException {
        if (Files.exists(data().resolve("meta.properties"))) {
            return;
        }
        if (Files.exists(data())) {
            var aside = settings.home().resolve("data.broken-" + System.currentTimeMillis());
            Files.move(data(), aside);
            says.say("kafka: the data folder is half-written; moved to " + aside + " and started afresh");
        }
        var cluster = clusterId();
        var formatting = PartProcess.start(start(
                JavaProgram.ENDS_SOON,
                "kafka.tools.StorageTool",
                "format",
                "--standalone",
                "-t",
                cluster,
                "-c",
                properties().toString()));
        if (!Waiting.until(START, () -> !formatting.isAlive()) || !Files.exists(data().resolve("meta.properties"))) {
            throw new PartFailed("Kafka's data folder cannot be formatted:\n" + Folders.tail(settings.log(), 12));
        }
    }

    private static String clusterId() {
        var id = new UUID(
                UUID.randomUUID().getMostSignificantBits() >>> 1,
                UUID.randomUUID().getLeastSignificantBits());
        var bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** For these very jars: others would make the JVM ignore it for ever. */
    private AotCache cache() {
        var names = parts.kafkaJars().toFile().list();
        var jars = names == null ? 0 : Set.of(names).hashCode();
        return parts.cache(parts.folder().resolve("kafka-%08x.aot".formatted(jars)));
    }

    private PartProcess.Start start(List<String> javaOptions, String... program) {
        var options = new ArrayList<>(javaOptions);
        options.add("-Dlog4j2.configurationFile=" + logConfiguration());
        options.addAll(List.of("-cp", parts.kafkaJars().toAbsolutePath() + "/*"));
        var java = new JavaProgram(HEAP_MEGABYTES, options, List.of(program));
        return new PartProcess.Start(
                "kafka", java.command(), Map.of(), settings.home(), settings.log(), settings.lifetime(), "KILL");
    }

    private String configuration() {
        var lines = new TreeMap<>(LEAN);
        lines.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(settings.port(), settings.controllerPort()));
        lines.put("advertised.listeners", "PLAINTEXT://127.0.0.1:%d".formatted(settings.port()));
        lines.put("controller.quorum.bootstrap.servers", "127.0.0.1:%d".formatted(settings.controllerPort()));
        lines.put("log.dirs", data().toAbsolutePath().toString());
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static final Map<String, String> LEAN = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("broker.session.timeout.ms", "2500"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "8"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
            Map.entry("log.retention.ms", "-1"),
            Map.entry("controlled.shutdown.enable", "true"));

    private static final String LOGGING = """
            <Configuration status="warn">
              <Appenders>
                <RollingFile name="log" fileName="%1$s" filePattern="%1$s.%%i">
                  <PatternLayout pattern="%%d{ISO8601} %%p %%m (%%c)%%n"/>
                  <SizeBasedTriggeringPolicy size="10MB"/>
                  <DefaultRolloverStrategy max="2"/>
                </RollingFile>
              </Appenders>
              <Loggers><Root level="warn"><AppenderRef ref="log"/></Root></Loggers>
            </Configuration>
            """;
}
