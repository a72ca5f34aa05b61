package tusoi.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How long after a command's answer the figure shows it. Admissions into fifty branches at a steady rate, and one reader that asks for the district's figure
 * again ten milliseconds after each answer, which count as staleness too (without them it would take a core of the two for
 * itself); the k-th admission answered is matched with the first answer that counts k.
 */
final class FreshnessBenchmark implements Benchmark {
    private static final int[] RATES = {20, 50};
    private static final int SECONDS = 20;
    private static final int BRANCHES = 50;
    private static final String DISTRICT = "DO";
    static final int WARM_UP = 1_500;
    private static final int AT_ONCE_WHILE_COLD = 8;
    private static final long BETWEEN_QUESTIONS_NANOS = 10_000_000;
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public void run(Consumer<Measure> results) throws Exception {
        try (var installation = Installation.withoutData()) {
            installation.startSeconds();
            var api = installation.api();
            var branches = new Register(api).branches(BRANCHES);
            api.awaitFigure(DISTRICT, "unit.branches", DAY, BRANCHES);
            warmUp(api, branches);
            int before = WARM_UP;
            for (int perSecond : RATES) {
                long[] millis = measure(api, branches, before, perSecond);
                before += millis.length;
                String name = "freshness.at-" + perSecond + "-a-second.";
                results.accept(Measure.atMost(name + "half", percentile(millis, 50), "ms", 100));
                results.accept(Measure.atMost(name + "99-percent", percentile(millis, 99), "ms", 250));
            }
        }
    }

    /** As fast as it goes with a few at a time: services just started cannot take fifty a second at once. */
    static void warmUp(Api api, List<Register.Branch> branches) throws Exception {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE_WHILE_COLD)) {
            List<Future<Long>> answers = IntStream.range(0, WARM_UP)
                    .mapToObj(number -> pool.submit(() -> {
                        int unused = api.postAgainIfBusy(
                                "/api/org/v1/admissions",
                                admission(branches.get(number % BRANCHES).id(), number));
                        return System.nanoTime();
                    }))
                    .toList();
            for (Future<Long> answer : answers) {
                answer.get();
            }
        }
        api.awaitFigure(DISTRICT, "member.admitted", DAY, WARM_UP);
    }

    private static long[] measure(Api api, List<Register.Branch> branches, int before, int perSecond) throws Exception {
        int commands = SECONDS * perSecond;
        var over = new AtomicBoolean();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<long[]> shown = pool.submit(() -> shown(api, before, commands, over));
            try {
                long[] committed = committed(pool, api, branches, before, perSecond);
                long[] visible = shown.get(60, TimeUnit.SECONDS);
                return IntStream.range(0, commands)
                        .mapToLong(i -> Math.max(0, (visible[i] - committed[i]) / 1_000_000))
                        .sorted()
                        .toArray();
            } finally {
                over.set(true); // or the pool waits for its reader for ever
            }
        }
    }

    /** The moments of the answers, in their order. */
    private static long[] committed(
            ExecutorService pool, Api api, List<Register.Branch> branches, int before, int perSecond)
            throws ExecutionException, InterruptedException {
        int commands = SECONDS * perSecond;
        List<Future<Long>> answers = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < commands; i++) {
            int number = before + i;
            awaitMoment(begin + i * 1_000_000_000L / perSecond);
            answers.add(
                    pool.submit(() -> admit(api, branches.get(number % BRANCHES).id(), number)));
        }
        long[] committed = new long[commands];
        for (int i = 0; i < commands; i++) {
            committed[i] = answers.get(i).get();
        }
        Arrays.sort(committed);
        return committed;
    }

    static void awaitMoment(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** When the answer to the command came. */
    static long admit(Api api, String branch, int number) throws IOException, InterruptedException {
        api.post("/api/org/v1/admissions", admission(branch, number));
        return System.nanoTime();
    }

    static Map<String, Object> admission(String branch, int number) {
        return Map.of(
                "unitId",
                branch,
                "fullName",
                "Người Đo Số " + number,
                "birthDate",
                LocalDate.of(1995, 1, 1).plusDays(number % 4_000),
                "gender",
                "FEMALE",
                "personIdentifier",
                "%012d".formatted(number),
                "admittedOn",
                DAY,
                "decision",
                Map.of("number", "KN-" + number, "body", "Đo", "signedOn", DAY));
    }

    /** For each admission the moment of the first answer that counts it. */
    private static long[] shown(Api api, int before, int commands, AtomicBoolean over)
            throws IOException, InterruptedException {
        long[] moments = new long[commands];
        int known = 0;
        while (known < commands && !over.get()) {
            long counted = api.numerator(DISTRICT, "member.admitted", DAY) - before;
            long now = System.nanoTime();
            while (known < counted && known < commands) {
                moments[known++] = now;
            }
            awaitMoment(now + BETWEEN_QUESTIONS_NANOS);
        }
        return moments;
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
