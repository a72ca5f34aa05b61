package tusoi.launcher.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which process listens on a port, read from the kernel's tables, so that "port taken" can say by whom. */
public record PortHolder(long pid, String commandLine) {
    private static final int LONGEST = 120;
    private static final String LISTENING = "0A";

    public static Optional<PortHolder> of(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> Folders.readOr(Path.of(table), "").lines().skip(1))
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9
                        && columns[1].endsWith(":" + String.format(Locale.ROOT, "%04X", port))
                        && columns[3].equals(LISTENING))
                .findFirst()
                .flatMap(columns -> holderOfSocket("socket:[" + columns[9] + "]"));
    }

    private static Optional<PortHolder> holderOfSocket(String socket) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> hasOpen(pid, socket))
                .findFirst()
                .map(pid -> new PortHolder(
                        pid, shortened(PartProcess.commandLine(pid).strip())));
    }

    private static boolean hasOpen(long pid, String socket) {
        try (var descriptors = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (var descriptor : descriptors) {
                if (Files.isSymbolicLink(descriptor)
                        && Files.readSymbolicLink(descriptor).toString().equals(socket)) {
                    return true;
                }
            }
            return false;
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    @Override
    public String toString() {
        return "pid " + pid + " (" + commandLine + ")";
    }
}
