package tusoi.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tusoi.bench.NationQuestions.Level;
import tusoi.bench.NationQuestions.Question;
import tusoi.bench.nation.NationWriter;

/**
 * Figures of a made-up nation over HTTP, each of another unit, under the tree of a day and as known at a time that are drawn at
 * random; beside the same answers by plain SQL in the same server, which are compared. Asked first of a server that was just started,
 * then warm, after {@value #WARMING} further questions of a level; where there is an aim, once more after {@value #STEADY} others, as Java
 * has compiled by then what an hour's questions need; and of a nation a hundred times smaller, to show how an answer grows with what is
 * around it. Each measurement ends after {@value #SECONDS_AT_MOST} seconds with as many questions as it had.
 */
final class FiguresBenchmark implements Benchmark {
    private static final int WARMING = 1_000;
    private static final int STEADY = 10_000;
    private static final int QUESTIONS = 500;
    private static final int COLD = 40;
    private static final int OF_PLAIN = 100;
    private static final long SECONDS_AT_MOST = 60;
    private static final Map<Level, Double> AIM_P99 = Map.of(Level.COMMUNE, 10.0, Level.NATION, 20.0);
    private static final double GROWTH_AT_MOST = 1.5;
    private static final String SUMS = "tusoi.figures.sums";

    private int compared;
    private int different;

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
        results.accept(Measure.atMost("figures.different-of-" + compared, different, "answers", 0));
        if (different > 0) {
            throw new IllegalStateException(different + " answers are not those of plain SQL");
        }
    }

    /** Returns the medians. */
    private Map<Level, Double> of(double scale, Consumer<Measure> results) throws Exception {
        try (var servers = OwnServers.start(OwnServers.FOR_A_NATION);
                var tokens = SignedTokens.start()) {
            NationDatabase filled = NationDatabase.fill(servers, scale);
            String token = tokens.token(NationWriter.SUBJECT);
            String[] arguments = Stream.concat(Stream.of(tokens.arguments()), Stream.of("--tusoi.inbox.enabled=false"))
                    .toArray(String[]::new);
            servers.restartPostgres();
            try (var service = FollowingService.start(servers, filled.database(), arguments);
                    var plain = new PlainSql(
                            servers.postgres().connect(filled.database().name()))) {
                return measured(service, Asked.of(service.address(), token), plain, filled, results);
            }
        }
    }

    private Map<Level, Double> measured(
            FollowingService service, Asked asked, PlainSql plain, NationDatabase filled, Consumer<Measure> results)
            throws Exception {
        var size = filled.nation().size();
        Map<Level, double[]> cold = new EnumMap<>(Level.class);
        Map<Level, Double> medians = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            var questions = new NationQuestions(size, 1);
            cold.put(level, millis(COLD, () -> asked.answer(questions.next(level))));
        }
        for (Level level : Level.values()) {
            var questions = new NationQuestions(size, 2);
            millis(WARMING, () -> asked.answer(questions.next(level)));
            Map<String, Long> before = service.counts(SUMS, "how");
            double[] ours = millis(QUESTIONS, () -> asked.answer(questions.next(level)));
            Map<String, Long> ways = new TreeMap<>(service.counts(SUMS, "how"));
            before.forEach((how, count) -> ways.merge(how, -count, Long::sum));
            double[] peers = compared(new NationQuestions(size, 3), level, asked, plain);
            String name = "figures." + level.name().toLowerCase(Locale.ROOT) + "." + size.members() + ".";
            System.err.println("  " + name + " " + ours.length + " questions, sides of figures: " + ways + "; "
                    + peers.length + " by plain SQL");
            double aim = AIM_P99.getOrDefault(level, Double.POSITIVE_INFINITY);
            double[] first = cold.getOrDefault(level, ours);
            results.accept(against(name + "cold-median", median(first), median(peers), Double.POSITIVE_INFINITY));
            results.accept(against(name + "cold-p99", p99(first), p99(peers), aim));
            results.accept(against(name + "median", median(ours), median(peers), aim));
            results.accept(against(name + "p99", p99(ours), p99(peers), aim));
            medians.put(level, median(ours));
            if (AIM_P99.containsKey(level)) {
                millis(STEADY, () -> asked.answer(questions.next(level)));
                double[] later = millis(QUESTIONS, () -> asked.answer(questions.next(level)));
                results.accept(against(name + "steady-median", median(later), median(peers), aim));
                results.accept(against(name + "steady-p99", p99(later), p99(peers), aim));
            }
        }
        return medians;
    }

    /** The times of plain SQL, warm as the service is; each of its answers is held against the service's. */
    private double[] compared(NationQuestions questions, Level level, Asked asked, PlainSql plain) throws Exception {
        millis(3, () -> plain.ask(questions.next(level)));
        Map<Question, Map<String, Long>> counts = new HashMap<>();
        double[] peers = millis(OF_PLAIN, () -> {
            Question question = questions.next(level);
            return counts.put(question, plain.ask(question));
        });
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_AT_MOST);
        for (var one : counts.entrySet()) {
            if (System.nanoTime() > deadline) {
                return peers;
            }
            String difference = Asked.difference(one.getKey(), asked.answer(one.getKey()), one.getValue());
            compared++;
            if (difference != null) {
                different++;
                System.err.println("  DIFFERENT " + difference);
            }
        }
        return peers;
    }

    private static Measure against(String name, double ours, double plain, double aim) {
        String words = Double.isFinite(aim) ? "at most " + Math.round(aim) + " ms" : "none";
        return Measure.against(name, ours, "ms", "plain SQL", plain, words, _ -> ours <= aim);
    }

    /** Sorted. Fewer where they would take longer than a measurement may. */
    private static double[] millis(int times, Callable<?> question) throws Exception {
        double[] millis = new double[times];
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_AT_MOST);
        int asked = 0;
        while (asked < times && (asked == 0 || System.nanoTime() < deadline)) {
            long begin = System.nanoTime();
            Object unused = question.call();
            millis[asked++] = (System.nanoTime() - begin) / 1e6;
        }
        double[] sorted = Arrays.copyOf(millis, asked);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static double p99(double[] sorted) {
        return sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)];
    }
}
