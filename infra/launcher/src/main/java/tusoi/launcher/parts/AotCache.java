package tusoi.launcher.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Java's ahead-of-time cache of one program. The second start records, so that nobody who comes for the first time waits for it; when
 * that process is told to end, its JVM leaves a child behind that writes the file, at low cost to whoever stopped it: nobody waits for it.
 *
 * @param mayRecord whether a start without a cache records one
 */
record AotCache(Path file, boolean mayRecord) {
    private static final String RECORDS = "-XX:AOTCacheOutput=";

    /** What it recorded is written out first, some seconds of one core's work. */
    private static final Duration RECORDING_ENDS = Duration.ofSeconds(90);

    List<String> options() {
        if (writer().isPresent()) {
            return List.of();
        }
        if (isWritten()) {
            return List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off");
        }
        return mayRecord && Files.exists(startedFile())
                ? List.of(RECORDS + file, "-Xlog:aot=off", "-Xlog:cds=off")
                : List.of();
    }

    /** The program has become ready: the next start may take its time to record. */
    void started() {
        if (mayRecord) {
            Folders.write(startedFile(), "");
        }
    }

    /** Stops the process; one that records is left alone as soon as only the writing is left to do. */
    void stop(PartProcess process, Duration atMost) {
        if (!PartProcess.commandLine(process.pid()).contains(RECORDS + file)) {
            process.stop("TERM", atMost);
            return;
        }
        process.signal("TERM");
        if (!Waiting.until(RECORDING_ENDS, () -> !process.isAlive() || isWriting(process))) {
            process.kill();
        }
        if (process.isAlive()) {
            Folders.write(writerFile(), Long.toString(process.pid()));
        }
    }

    /** After a start that failed: what it recorded is not worth having. */
    void forget() {
        writer().ifPresent(PartProcess::kill);
        Folders.delete(file);
    }

    private boolean isWritten() {
        return file.toFile().length() > 0;
    }

    private static boolean isWriting(PartProcess process) {
        return process.handle().descendants().anyMatch(child -> PartProcess.commandLine(child.pid())
                .contains("java"));
    }

    private Optional<PartProcess> writer() {
        return new PidFile("cache", writerFile(), RECORDS + file).running();
    }

    private Path startedFile() {
        return file.resolveSibling(file.getFileName() + ".started");
    }

    private Path writerFile() {
        return file.resolveSibling(file.getFileName() + ".writer");
    }
}
