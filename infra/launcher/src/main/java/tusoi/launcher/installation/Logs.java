package tusoi.launcher.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import tusoi.launcher.parts.Folders;

/**
 * Keeps each log under a size. The parts append, so a log is copied to one older file and cut off under the running
 * part; lines written in between are lost.
 */
final class Logs {
    private static final long BOUND_BYTES = 10_000_000;

    private Logs() {}

    /** Lets a Boot service write and roll its log itself, so that it is bounded while it runs, too. */
    static Map<String, String> environment(Path log) {
        return Map.of(
                "LOGGING_FILE_NAME", log.toString(),
                "LOGGING_STRUCTURED_FORMAT_FILE", "logstash",
                "LOGGING_THRESHOLD_CONSOLE", "off",
                "LOGGING_LOGBACK_ROLLINGPOLICY_MAXFILESIZE", "10MB",
                "LOGGING_LOGBACK_ROLLINGPOLICY_MAXHISTORY", "7",
                "LOGGING_LOGBACK_ROLLINGPOLICY_TOTALSIZECAP", "50MB");
    }

    static void bound(Path folder) {
        Folders.create(folder);
        try (var logs = Files.newDirectoryStream(folder, "*.log")) {
            for (var log : logs) {
                if (Files.size(log) > BOUND_BYTES) {
                    Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                    try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                        channel.truncate(0);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
