package tusoi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tusoi bench [NAME] [--json]}: exit 0 also where an aim is missed, as an aim is no test; the table says so. */
@Command(name = "bench", description = "Measures, beside a peer of the same run")
public final class Bench implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description =
                    "freshness, live, outbox, inbox, import, register, start, load, rebuild or figures; all but the last three unless told")
    private @Nullable String name;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(
            names = "--scale",
            description =
                    "of load, rebuild and figures: in parts of 5.6 million members; 0.05, 0.05 and 0.1 unless told")
    private @Nullable Double scale;

    private final List<Benchmark> benchmarks;
    private final List<Benchmark> onlyByName;

    /** @param onlyByName those that take many minutes or much of the disk */
    Bench(List<Benchmark> benchmarks, List<Benchmark> onlyByName) {
        this.benchmarks = benchmarks;
        this.onlyByName = onlyByName;
    }

    public static void main(String[] arguments) {
        List<Benchmark> all = List.of(
                new StartBenchmark(),
                new FreshnessBenchmark(),
                new LiveBenchmark(),
                new OutboxBenchmark(),
                new InboxBenchmark(),
                new ImportBenchmark(),
                new RegisterBenchmark());
        List<Benchmark> ofANation = List.of(new LoadBenchmark(), new RebuildBenchmark(), new FiguresBenchmark());
        System.exit(new CommandLine(new Bench(all, ofANation)).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        List<Benchmark> chosen = name == null
                ? benchmarks
                : Stream.of(benchmarks, onlyByName)
                        .flatMap(List::stream)
                        .filter(benchmark -> benchmark.name().equals(name))
                        .toList();
        if (chosen.isEmpty()) {
            System.err.println("No benchmark " + name + "; there are "
                    + Stream.of(benchmarks, onlyByName)
                            .flatMap(List::stream)
                            .map(Benchmark::name)
                            .toList());
            return 2;
        }
        if (scale != null) {
            System.setProperty("tusoi.bench.scale", scale.toString());
        }
        List<Measure> all = new ArrayList<>();
        if (!json) {
            System.out.println(Measure.heading());
        }
        for (Benchmark benchmark : chosen) {
            benchmark.run(measure -> {
                all.add(measure);
                System.out.println(json ? measure.asJson() : measure.asRow());
            });
        }
        return all.isEmpty() ? 1 : 0;
    }
}
