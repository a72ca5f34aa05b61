package tusoi.bench;

import java.util.function.Consumer;

/** From built artifacts to everything ready: the first time, with empty disks, the second, which records Java's caches, and later. */
final class StartBenchmark implements Benchmark {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Consumer<Measure> results) throws Exception {
        try (var first = Installation.fresh()) {
            results.accept(Measure.atMost("start.first", first.startSeconds(), "s", 90));
        }
        try (var second = Installation.again()) {
            results.accept(Measure.atMost("start.second", second.startSeconds(), "s", 90));
        }
        try (var later = Installation.again()) {
            results.accept(Measure.atMost("start.later", later.startSeconds(), "s", 25));
            results.accept(Measure.atMost("start.memory", later.memoryGibibytes(), "GiB PSS", 2));
        }
    }
}
