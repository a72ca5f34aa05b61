package tusoi.launcher.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import tusoi.launcher.parts.Folders;
import tusoi.launcher.parts.Part;
import tusoi.launcher.parts.PartFailed;
import tusoi.launcher.parts.PortHolder;
import tusoi.launcher.parts.Ports;
import tusoi.launcher.parts.Waiting;

/** What can be known before a start: machine, memory, disk, ports. */
final class Preflight {
    private static final long MEMORY_MEBIBYTES = 2_048;
    private static final long DISK_MEBIBYTES = 3_072;
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(10);

    private Preflight() {}

    static void machine(Path home) {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            throw new PartFailed("the PostgreSQL binaries are for Linux on x86-64; this is "
                    + System.getProperty("os.name") + " on " + System.getProperty("os.arch"));
        }
        var available = availableMemory();
        if (available < MEMORY_MEBIBYTES) {
            throw new PartFailed("not enough memory: the parts need " + MEMORY_MEBIBYTES + " MiB, " + available
                    + " MiB are available");
        }
        var free = freeDisk(home);
        if (free < DISK_MEBIBYTES) {
            throw new PartFailed(
                    "not enough disk: " + home + " needs " + DISK_MEBIBYTES + " MiB free, there are " + free + " MiB");
        }
    }

    /** Fails with the port, the part that wants it and the process that has it. */
    static void ports(Layout layout, Part part) {
        var taken = wanted(layout, part).stream()
                .filter(port -> !isFree(port))
                .map(port -> "port " + port + ", wanted by " + part.name() + ", is taken by "
                        + PortHolder.of(port).map(PortHolder::toString).orElse("another user's process"))
                .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new PartFailed(taken + "\nEnd that process, or choose other ports with --port-base.");
        }
    }

    /** The kernel takes a moment to clear away the port of a process that was just killed; nobody holds it then. */
    private static boolean isFree(int port) {
        return Waiting.until(
                        LEFT_BEHIND,
                        () -> Ports.isFree(port) || PortHolder.of(port).isPresent())
                && Ports.isFree(port);
    }

    private static List<Integer> wanted(Layout layout, Part part) {
        return switch (part.name()) {
            case "kafka" -> List.of(part.port(), layout.port("kafka-controller"));
            case "keycloak" -> List.of(part.port(), layout.port("keycloak-management"));
            default -> List.of(part.port());
        };
    }

    private static long availableMemory() {
        return Folders.readOr(Path.of("/proc/meminfo"), "")
                .lines()
                .filter(line -> line.startsWith("MemAvailable:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static long freeDisk(Path home) {
        try {
            return Files.getFileStore(Files.createDirectories(home)).getUsableSpace() / 1024 / 1024;
        } catch (IOException e) {
            throw new PartFailed("cannot use the folder " + home + ": " + e.getMessage(), e);
        }
    }
}
