package tusoi.launcher.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

@Command(
        name = "bench",
        description =
                "Measure: freshness, live, outbox, inbox, import, register, start (all without a name), load, rebuild, figures; --json, --scale.")
final class BenchCommand implements Callable<Integer> {
    @Mixin
    private Where where = new Where();

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        return ModuleProgram.run(where.layout(), "infra/bench", List.of(), "tusoi.bench.Bench", arguments);
    }
}
