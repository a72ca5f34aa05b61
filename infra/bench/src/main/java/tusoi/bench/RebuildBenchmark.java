package tusoi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tusoi.bench.nation.NationWriter;
import tusoi.launcher.parts.ServiceDatabase;

/**
 * The facts of a generated register built anew from Kafka's first event, from the request until the service has compared the new ones with
 * those that serve, beside the bare COPY of the same fact rows. It begins once the service is at rest: the sums over what was read at first
 * are made after that was read, and are no part of either.
 */
final class RebuildBenchmark implements Benchmark {
    private static final long SECONDS_AT_MOST = 1_200;

    /** Asked every millisecond, the service spends a third of its time on the answers. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private static final String REBUILD = "/api/reporting/v1/rebuild";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public void run(Consumer<Measure> results) throws Exception {
        double scale = NationDatabase.scale("tusoi.bench.scale", LoadBenchmark.SCALE);
        try (var servers = OwnServers.start();
                var tokens = SignedTokens.start()) {
            RegisterInKafka register = RegisterInKafka.send(servers, scale);
            ServiceDatabase database = servers.database("reporting");
            double taken;
            try (var service = FollowingService.start(servers, database, tokens.arguments())) {
                var asked = Asked.of(service.address(), tokens.token(NationWriter.SUBJECT));
                double first = secondsUntil(System.nanoTime(), () -> isComplete(asked));
                System.err.printf(Locale.ROOT, "  read for the first time in %.1f s%n", first);
                try (var inside = servers.postgres().connect(database.name())) {
                    double summed = secondsUntil(System.nanoTime(), () -> isSummed(inside));
                    System.err.printf(Locale.ROOT, "  summed for the first time in %.1f s more%n", summed);
                }
                long begin = System.nanoTime();
                asked.post(REBUILD);
                double read = secondsUntil(begin, () -> isRead(asked));
                System.err.printf(Locale.ROOT, "  read anew in %.1f s%n", read);
                taken = secondsUntil(begin, () -> isOver(asked) && isComplete(asked));
            }
            System.err.printf(Locale.ROOT, "  built anew in %.1f s%n", taken);
            String name = "rebuild.facts." + register.nation().size().members();
            LoadBenchmark.against(name, servers, database, taken, results);
        }
    }

    private static double secondsUntil(long begin, BooleanSupplier isSo) {
        return Rounds.secondsUntil(begin, SECONDS_AT_MOST, BETWEEN_LOOKS, isSo);
    }

    private static boolean isSummed(Connection inside) {
        try (var statement = inside.createStatement();
                var answer = statement.executeQuery("select max(sealed_through) from reporting.sum_state")) {
            answer.next();
            var through = answer.getObject(1, OffsetDateTime.class);
            return through != null && !through.toInstant().isBefore(NationWriter.WATERMARK);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that the inbox has read; what it comes to is not yet compared. */
    private static boolean isRead(Asked asked) {
        var run = JSON.readTree(asked.getOr(REBUILD, "{}"));
        return !run.path("state").asString("").equals("BUILDING")
                || run.path("eventsRead").asLong(0) >= run.path("eventsOf").asLong(Long.MAX_VALUE);
    }

    private static boolean isComplete(Asked asked) {
        String through = JSON.readTree(asked.getOr("/api/reporting/v1/freshness", "{}"))
                .path("completeThrough")
                .asString("");
        return !through.isEmpty() && !Instant.parse(through).isBefore(NationWriter.WATERMARK);
    }

    /** What was built anew has been compared with what served meanwhile. */
    private static boolean isOver(Asked asked) {
        String state = JSON.readTree(asked.getOr(REBUILD, "{}")).path("state").asString("");
        if (state.equals("DIFFERENT")) {
            throw new IllegalStateException("what was built anew differs from what was read at first");
        }
        return !state.equals("BUILDING");
    }
}
