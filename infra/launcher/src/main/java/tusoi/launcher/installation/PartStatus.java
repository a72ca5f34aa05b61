package tusoi.launcher.installation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tusoi.launcher.parts.Folders;
import tusoi.launcher.parts.Part;
import tusoi.launcher.parts.PartProcess;

/**
 * A part as it is now.
 *
 * @param state ready, not ready, or down
 * @param memoryKibibytes proportional set size of the process and its children; 0 where it is down
 */
public record PartStatus(
        String name,
        String state,
        int port,
        @Nullable Long pid,
        long memoryKibibytes,
        @Nullable Instant since) {

    public static PartStatus of(Part part) {
        return part.process()
                .map(process -> new PartStatus(
                        part.name(),
                        part.isReady() ? "ready" : "not ready",
                        part.port(),
                        process.pid(),
                        memory(process),
                        process.handle().info().startInstant().orElse(null)))
                .orElseGet(() -> new PartStatus(part.name(), "down", part.port(), null, 0, null));
    }

    private static long memory(PartProcess process) {
        return Stream.concat(Stream.of(process.handle()), process.handle().descendants())
                .mapToLong(handle -> proportionalSetSize(handle.pid()))
                .sum();
    }

    private static long proportionalSetSize(long pid) {
        return Folders.readOr(Path.of("/proc", Long.toString(pid), "smaps_rollup"), "")
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
