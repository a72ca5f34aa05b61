package tusoi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tusoi.bench.NationQuestions.Level;
import tusoi.bench.NationQuestions.Question;
import tusoi.bench.nation.NationWriter;

/**
 * Figures of a made-up nation over HTTP, each of another unit, under the tree of a day and as known at a time that are drawn at
 * random; beside plain SQL in the same server. Asked first of a server that was just started, then warm; and of a nation a hundred
 * times smaller, to show how an answer grows with what is around it.
 */
final class FiguresBenchmark implements Benchmark {
    private static final int WARMING = 100;
    private static final int QUESTIONS = 500;
    private static final int COLD = 40;
    private static final int OF_PLAIN = 100;
    private static final int OF_PLAIN_NATION = 10;
    private static final Map<Level, Double> AIM_P99 = Map.of(Level.COMMUNE, 10.0, Level.NATION, 20.0);
    private static final double GROWTH_AT_MOST = 1.5;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public void run(Consumer<Measure> results) throws Exception {
        double large = NationDatabase.scale("tusoi.bench.scale", "0.1");
        double small = NationDatabase.scale("tusoi.bench.small-scale", "0.01");
        Map<Level, Double> before = of(small, results);
        Map<Level, Double> after = of(large, results);
        results.accept(Measure.atMost(
                "figures.growth.commune",
                after.getOrDefault(Level.COMMUNE, 0.0) / before.getOrDefault(Level.COMMUNE, 1.0),
                "times",
                GROWTH_AT_MOST));
    }

    /** Returns the medians. */
    private Map<Level, Double> of(double scale, Consumer<Measure> results) throws Exception {
        try (var servers = OwnServers.start();
                var tokens = SignedTokens.start()) {
            NationDatabase filled = NationDatabase.fill(servers, scale);
            String token = tokens.token(NationWriter.SUBJECT);
            String[] arguments = Stream.concat(Stream.of(tokens.arguments()), Stream.of("--tusoi.inbox.enabled=false"))
                    .toArray(String[]::new);
            servers.restartPostgres();
            try (var service = FollowingService.start(servers, filled.database(), arguments);
                    var plain = new PlainSql(
                            servers.postgres().connect(filled.database().name()))) {
                Map<Level, Double> medians = measured(new Asked(service.address(), token), plain, filled, results);
                System.err.println("  sides of figures: " + service.counts("tusoi.figures.sums", "how"));
                return medians;
            }
        }
    }

    private record Asked(URI address, String token) {}

    private Map<Level, Double> measured(Asked asked, PlainSql plain, NationDatabase filled, Consumer<Measure> results)
            throws Exception {
        String members = "." + filled.nation().size().members() + ".";
        Map<Level, double[]> cold = new EnumMap<>(Level.class);
        Map<Level, Double> medians = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            var questions = new NationQuestions(filled.nation().size(), 1);
            cold.put(level, millis(COLD, () -> answer(asked, questions.next(level))));
        }
        for (Level level : Level.values()) {
            var questions = new NationQuestions(filled.nation().size(), 2);
            millis(WARMING, () -> answer(asked, questions.next(level)));
            double[] ours = millis(QUESTIONS, () -> answer(asked, questions.next(level)));
            int asOften = level == Level.NATION ? OF_PLAIN_NATION : OF_PLAIN;
            double[] peers = millis(asOften, () -> plain.ask(questions.next(level)));
            String name = "figures." + level.name().toLowerCase(Locale.ROOT) + members;
            double aim = AIM_P99.getOrDefault(level, Double.POSITIVE_INFINITY);
            results.accept(against(name + "cold-p99", p99(cold.getOrDefault(level, ours)), p99(peers), aim));
            results.accept(against(name + "median", median(ours), median(peers), aim));
            results.accept(against(name + "p99", p99(ours), p99(peers), aim));
            medians.put(level, median(ours));
        }
        return medians;
    }

    private static Measure against(String name, double ours, double plain, double aim) {
        String words = Double.isFinite(aim) ? "at most " + Math.round(aim) + " ms" : "none";
        return Measure.against(name, ours, "ms", "plain SQL", plain, words, _ -> ours <= aim);
    }

    private String answer(Asked asked, Question question) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(asked.address().resolve(question.query()))
                .header("Authorization", "Bearer " + asked.token())
                .GET()
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(request.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private static double[] millis(int times, Callable<?> question) throws Exception {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            Object unused = question.call();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static double p99(double[] sorted) {
        return sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)];
    }
}
