package tusoi.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * How old the figures on open pages are while commands come in: fifty pages, of a district, its base and branches, with all that the
 * page shows, over streams through the gateway, and a hundred admissions a second. The age is now less the watermark of what a page
 * shows, looked at on every page twenty times a second; that of a page to which nothing comes any more would grow and be seen.
 */
final class LiveBenchmark implements Benchmark {
    private static final int READERS = 50;
    private static final int BRANCHES = 50;
    private static final int PER_SECOND = 100;
    private static final int SECONDS = 20;
    private static final int WARM_UP_SECONDS = 90;
    private static final int AT_ONCE = 64;
    private static final long SECONDS_AT_MOST = 300;
    private static final long LOOK_NANOS = 50_000_000;
    private static final long STEP_NANOS = 500_000;
    private static final String DISTRICT = "DO";
    private static final String BASE = "DO.000";

    @Override
    public String name() {
        return "live";
    }

    @Override
    public void run(Consumer<Measure> results) throws Exception {
        try (var installation = Installation.withoutData()) {
            installation.startSeconds();
            var api = installation.api();
            var branches = new Register(api).branches(BRANCHES);
            api.awaitFigure(DISTRICT, "unit.branches", FreshnessBenchmark.DAY, BRANCHES);
            String indicators = String.join(
                    ",",
                    api.get("/api/reporting/v1/indicators")
                            .path("items")
                            .valueStream()
                            .map(item -> item.path("id").asString())
                            .limit(40)
                            .toList());
            FreshnessBenchmark.warmUp(api, branches);
            try (var readers = new LiveReaders(api)) {
                for (int n = 0; n < READERS; n++) {
                    String unit = n % 5 == 0
                            ? DISTRICT
                            : n % 5 == 1 ? BASE : branches.get(n).code();
                    readers.open("unit=" + unit + "&indicators=" + indicators);
                }
                readers.awaitShown();
                measure(api, branches, readers, FreshnessBenchmark.WARM_UP, WARM_UP_SECONDS);
                Measured measured = measure(
                        api, branches, readers, FreshnessBenchmark.WARM_UP + WARM_UP_SECONDS * PER_SECOND, SECONDS);
                results.accept(Measure.atLeast("live.commands", measured.perSecond(), "1/s", PER_SECOND * 0.95));
                results.accept(Measure.atMost("live.commands-refused", measured.refused(), "", 0));
                results.accept(Measure.atMost("live.told-to-come-again", measured.repeats(), "times", 0));
                results.accept(Measure.atLeast("live.changes-pushed", measured.changesPerSecond(), "1/s", 0));
                results.accept(Measure.atMost("live.age.half", measured.percentile(50), "ms", 500));
                results.accept(Measure.atMost("live.age.99-percent", measured.percentile(99), "ms", 1000));
            }
        }
    }

    /**
     * @param refused commands that failed, after all repeats
     * @param repeats how often a command was told to come again
     */
    private record Measured(double perSecond, long refused, long repeats, double changesPerSecond, long[] ages) {
        double percentile(int percent) {
            return ages[Math.min(ages.length - 1, ages.length * percent / 100)];
        }
    }

    /** A hundred a second come in, as long as no more than {@value #AT_ONCE} are on their way: a slower platform shows by the rate. */
    private static Measured measure(
            Api api, List<Register.Branch> branches, LiveReaders readers, int before, int seconds) throws Exception {
        List<Duration> ages = new ArrayList<>();
        long changes = readers.changes();
        int commands = PER_SECOND * seconds;
        var room = new Semaphore(AT_ONCE);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            long deadline = begin + TimeUnit.SECONDS.toNanos(SECONDS_AT_MOST);
            long nextLook = begin;
            List<Future<Integer>> answers = new ArrayList<>();
            while (answers.size() < commands || answers.stream().anyMatch(answer -> !answer.isDone())) {
                long now = System.nanoTime();
                if (now > deadline) {
                    throw new IllegalStateException(
                            "commands of " + seconds + " s are not answered after " + SECONDS_AT_MOST + " s");
                }
                if (now >= nextLook) {
                    ages.addAll(readers.ages());
                    nextLook += LOOK_NANOS;
                }
                long due = begin + answers.size() * 1_000_000_000L / PER_SECOND;
                if (answers.size() < commands && now >= due && room.tryAcquire()) {
                    int number = before + answers.size();
                    answers.add(pool.submit(() -> admit(api, branches, number, room)));
                } else {
                    LockSupport.parkNanos(STEP_NANOS);
                }
            }
            double took = Rounds.secondsSince(begin);
            long refused = answers.stream()
                    .filter(answer -> answer.state() == Future.State.FAILED)
                    .count();
            answers.stream()
                    .filter(answer -> answer.state() == Future.State.FAILED)
                    .findFirst()
                    .ifPresent(answer -> System.err.println(
                            "  refused: " + answer.exceptionNow().getMessage()));
            long repeats = answers.stream()
                    .filter(answer -> answer.state() == Future.State.SUCCESS)
                    .mapToLong(Future::resultNow)
                    .sum();
            return new Measured(
                    (commands - refused) / took,
                    refused,
                    repeats,
                    (readers.changes() - changes) / took,
                    ages.stream().mapToLong(Duration::toMillis).sorted().toArray());
        }
    }

    private static int admit(Api api, List<Register.Branch> branches, int number, Semaphore room) throws Exception {
        try {
            return api.postAgainIfBusy(
                    "/api/org/v1/admissions",
                    FreshnessBenchmark.admission(branches.get(number % BRANCHES).id(), number));
        } finally {
            room.release();
        }
    }
}
