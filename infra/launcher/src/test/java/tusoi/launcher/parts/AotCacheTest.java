package tusoi.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Path file;
    private AotCache cache;

    @BeforeEach
    void ofNothing() {
        file = folder.resolve("program.aot");
        cache = new AotCache(file, true);
    }

    @Test
    void firstStartRecordsNothing() {
        assertThat(cache.options()).isEmpty();
    }

    @Test
    void startAfterOneThatGotReadyRecords() {
        cache.started();
        assertThat(cache.options()).contains("-XX:AOTCacheOutput=" + file);
    }

    @Test
    void whatIsNotStartedAgainNeverRecords() {
        var once = new AotCache(file, false);
        once.started();
        assertThat(cache.options()).as("its start is not the first of several").isEmpty();
        cache.started();
        assertThat(once.options()).isEmpty();
    }

    /** The JDK's own web server stands for a program that takes its time. */
    @Test
    void whatAStopLeavesToBeWrittenIsUsedByAll() {
        cache.started();
        var recording = serving(cache.options());
        cache.stop(recording, A_WHILE);
        assertThat(Waiting.until(A_WHILE, () -> !cache.options().isEmpty())).isTrue();
        assertThat(cache.options()).contains("-XX:AOTCache=" + file);
        assertThat(recording.isAlive()).isFalse();

        var options = new ArrayList<>(new AotCache(file, false).options());
        options.add("-XX:AOTMode=on");
        var using = serving(options);
        assertThat(using.stop("TERM", A_WHILE)).as(this::log).isTrue();
    }

    @Test
    void whatAFailedStartRecordedIsNotUsed() throws Exception {
        cache.started();
        Files.writeString(file, "recorded");
        cache.forget();
        assertThat(cache.options()).contains("-XX:AOTCacheOutput=" + file);
    }

    private PartProcess serving(List<String> options) {
        int port = Ports.free();
        var served = Folders.create(folder.resolve("served"));
        var program = List.of("-m", "jdk.httpserver", "-b", "127.0.0.1", "-p", port + "", "-d", served.toString());
        var process = PartProcess.start(new PartProcess.Start(
                "web server",
                new JavaProgram(64, options, program).command(),
                Map.of(),
                folder,
                folder.resolve("log"),
                Lifetime.WITH_PARENT,
                "KILL"));
        assertThat(Waiting.until(A_WHILE, () -> !Ports.isFree(port) || !process.isAlive()))
                .isTrue();
        assertThat(process.isAlive()).as(this::log).isTrue();
        return process;
    }

    private String log() {
        return Folders.readOr(folder.resolve("log"), "");
    }
}
