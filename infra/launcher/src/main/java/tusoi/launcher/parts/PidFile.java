package tusoi.launcher.parts;

import java.nio.file.Path;
import java.util.Optional;

/** Remembers a process across runs of the launcher; a stale one is recognised by the command line. */
record PidFile(String part, Path file, String mark) {
    Optional<PartProcess> running() {
        var pid = Folders.readOr(file, "").strip();
        return pid.matches("\\d{1,9}") ? PartProcess.find(part, Long.parseLong(pid), mark) : Optional.empty();
    }

    void forget() {
        Folders.delete(file);
    }

    void write(PartProcess process) {
        Folders.createParent(file);
        Folders.write(file, Long.toString(process.pid()));
    }
}
