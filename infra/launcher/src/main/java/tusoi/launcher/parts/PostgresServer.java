package tusoi.launcher.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of one's own: {@code initdb} once, then {@code postgres} itself, on 127.0.0.1 only, with SCRAM.
 * As root it runs in a user namespace, because the server refuses root.
 */
public final class PostgresServer implements Part, AutoCloseable {
    public static final String SUPERUSER = "postgres";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);

    /**
     * @param home holds the data folder and what belongs to it
     * @param durable false gives up safety against a power cut for speed: tests only
     */
    public record Settings(
            Path home, int port, String password, boolean durable, int maxConnections, Lifetime lifetime, Path log) {}

    private final Parts parts;
    private final Settings settings;
    private final Says says;
    private final Map<String, String> further;
    private @Nullable PartProcess process;

    public PostgresServer(Parts parts, Settings settings, Says says) {
        this(parts, settings, says, Map.of());
    }

    /** @param further settings of the server in place of an installation's, such as for a register that is far larger */
    public PostgresServer(Parts parts, Settings settings, Says says, Map<String, String> further) {
        this.parts = parts;
        this.settings = settings;
        this.says = says;
        this.further = Map.copyOf(further);
        this.process = running().orElse(null);
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        initialise();
        removeStalePid();
        // After a kill the old server's children may hold shared memory for a moment: the second attempt finds it free.
        var log = StartLog.now(settings.log());
        for (int attempt = 1; ; attempt++) {
            var started = launch();
            if (Waiting.until(START, () -> isReady(started) || !started.isAlive()) && started.isAlive()) {
                process = started;
                return;
            }
            if (attempt == 5) {
                started.kill();
                throw new PartFailed("PostgreSQL does not start: " + log.why());
            }
            Waiting.until(Duration.ofSeconds(1), () -> false);
        }
    }

    @Override
    public void stop() {
        var stopping = process;
        if (stopping != null && !stopping.ends("INT", STOP)) {
            stopping.killWithChildren();
        }
        process = null;
    }

    @Override
    public void kill() {
        var killed = process;
        if (killed != null) {
            killed.killWithChildren(); // they write into its folder, to which others may have plans
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
        return "postgres";
    }

    @Override
    public Path log() {
        return settings.log();
    }

    @Override
    public boolean isReady() {
        return process().map(this::isReady).orElse(false);
    }

    @Override
    public int port() {
        return settings.port();
    }

    public String password() {
        return settings.password();
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, settings.password());
    }

    /** Drops it whoever is connected. */
    public void dropDatabase(String name) {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
        } catch (SQLException e) {
            throw new PartFailed("cannot drop database " + name + ": " + e.getMessage(), e);
        }
    }

    private Path data() {
        return settings.home().resolve("data");
    }

    private Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    private Optional<PartProcess> running() {
        return pid().flatMap(pid ->
                PartProcess.find("postgres", pid, data().toAbsolutePath().toString()));
    }

    private Optional<Long> pid() {
        return Folders.readOr(pidFile(), "")
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .map(Long::parseLong);
    }

    private boolean isReady(PartProcess started) {
        var lines = Folders.readOr(pidFile(), "").lines().toList();
        return lines.size() >= 8
                && lines.getFirst().strip().equals(Long.toString(started.pid()))
                && lines.get(7).strip().equals("ready");
    }

    private void removeStalePid() {
        try {
            if (Files.deleteIfExists(pidFile())) {
                says.say("postgres: removed the pid file of a server that is gone");
            }
        } catch (IOException e) {
            throw new PartFailed("cannot remove " + pidFile(), e);
        }
    }

    /** initdb writes beside the data folder, which appears complete or not at all. */
    private void initialise() {
        try {
            if (Files.exists(data().resolve("global/pg_control"))) {
                return;
            }
            if (Files.exists(data())) {
                var aside = settings.home().resolve("data.broken-" + System.currentTimeMillis());
                Files.move(data(), aside);
                says.say("postgres: the data folder is half-written; moved to " + aside + " and started afresh");
            }
            Files.createDirectories(settings.home());
            var half = settings.home().resolve("data.part");
            if (Files.exists(half)) {
                says.say("postgres: an earlier initialisation was cut off; doing it again");
                Folders.delete(half);
            }
            initdb(half);
            Files.move(half, data());
        } catch (IOException e) {
            throw new PartFailed("cannot prepare " + data() + ": " + e.getMessage(), e);
        }
    }

    private void initdb(Path into) throws IOException {
        var passwordFile = Files.createTempFile(
                settings.home(),
                "pw",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, settings.password());
            var command = command("initdb");
            command.addAll(List.of(
                    "-D",
                    into.toAbsolutePath().toString(),
                    "-U",
                    SUPERUSER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + passwordFile.toAbsolutePath(),
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
            if (!settings.durable()) {
                command.add("--no-sync");
            }
            Files.createDirectories(settings.log().toAbsolutePath().getParent());
            var initdb = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                    .start();
            if (!Waiting.ended(initdb, START) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new PartFailed("initdb failed; its log ends:\n" + Folders.tail(settings.log(), 8));
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private PartProcess launch() {
        var command = command("postgres");
        command.addAll(List.of("-D", data().toAbsolutePath().toString()));
        configuration().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return PartProcess.start(new PartProcess.Start(
                "postgres",
                command,
                Map.of("TZ", "UTC"),
                settings.home(),
                settings.log(),
                settings.lifetime(),
                "QUIT"));
    }

    private Map<String, String> configuration() {
        var configuration = new TreeMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "port", Integer.toString(settings.port()),
                "unix_socket_directories", "",
                "max_connections", Integer.toString(settings.maxConnections()),
                "shared_buffers", "128MB",
                "jit", "off",
                "timezone", "UTC",
                "log_timezone", "UTC",
                "log_line_prefix", "%m [%p] %d ",
                "max_wal_size", "2GB"));
        // After an import figures are asked for at once, and what a minute-old table is thought to hold makes plans a
        // hundred times slower.
        configuration.put("autovacuum_naptime", "10s");
        if (!settings.durable()) {
            configuration.putAll(Map.of("fsync", "off", "full_page_writes", "off"));
        }
        configuration.putAll(further);
        return configuration;
    }

    private List<String> command(String program) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(parts.postgres()
                .resolve("bin")
                .resolve(program)
                .toAbsolutePath()
                .toString());
        return command;
    }
}
