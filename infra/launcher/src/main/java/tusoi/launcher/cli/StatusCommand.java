package tusoi.launcher.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tusoi.launcher.installation.PartStatus;
import tusoi.launcher.parts.Says;

@Command(
        name = "status",
        description = "A line a part: state, port, pid, memory, since. Ends with 1 unless all are ready.")
final class StatusCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Mixin
    private Where where = new Where();

    @Override
    public Integer call() {
        try (var platform = where.platform(Says.NOTHING)) {
            var parts = platform.parts().parallelStream().map(PartStatus::of).toList();
            System.out.printf("%-12s %-10s %6s %8s %10s  %s%n", "part", "state", "port", "pid", "memory", "since");
            parts.forEach(StatusCommand::print);
            System.out.printf("%-12s %-10s %6s %8s %10s%n", "", "", "", "", memory(total(parts)));
            return parts.stream().allMatch(part -> part.state().equals("ready")) ? 0 : 1;
        }
    }

    private static void print(PartStatus part) {
        System.out.printf(
                "%-12s %-10s %6d %8s %10s  %s%n",
                part.name(),
                part.state(),
                part.port(),
                part.pid() == null ? "" : part.pid(),
                memory(part.memoryKibibytes()),
                since(part.since()));
    }

    private static long total(List<PartStatus> parts) {
        return parts.stream().mapToLong(PartStatus::memoryKibibytes).sum();
    }

    private static String memory(long kibibytes) {
        return kibibytes == 0 ? "" : kibibytes / 1024 + " MiB";
    }

    private static String since(@Nullable Instant since) {
        return since == null
                ? ""
                : TIME.format(since.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()));
    }
}
