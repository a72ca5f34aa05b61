package tusoi.bench;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tusoi.bench.nation.NationWriter;
import tusoi.launcher.parts.ServiceDatabase;

/**
 * The facts of a generated register built anew from Kafka's first event, from the request until the service has the new ones, beside the bare
 * COPY of the same fact rows.
 */
final class RebuildBenchmark implements Benchmark {
    private static final long SECONDS_AT_MOST = 1_200;
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
                double first = Rounds.secondsUntil(System.nanoTime(), SECONDS_AT_MOST, () -> isComplete(asked));
                System.err.printf(Locale.ROOT, "  read for the first time in %.1f s%n", first);
                long begin = System.nanoTime();
                asked.post(REBUILD);
                taken = Rounds.secondsUntil(begin, SECONDS_AT_MOST, () -> isOver(asked) && isComplete(asked));
            }
            System.err.printf(Locale.ROOT, "  built anew in %.1f s%n", taken);
            String name = "rebuild.facts." + register.nation().size().members();
            LoadBenchmark.against(name, servers, database, taken, results);
        }
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
