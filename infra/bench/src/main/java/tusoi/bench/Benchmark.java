package tusoi.bench;

import java.util.function.Consumer;

/** A benchmark: measures, and passes on each figure as soon as it is there. */
interface Benchmark {
    String name();

    void run(Consumer<Measure> results) throws Exception;
}
