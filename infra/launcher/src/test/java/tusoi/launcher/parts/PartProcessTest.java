package tusoi.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartProcessTest {
    @TempDir
    private Path folder;

    @Test
    void whatIgnoresTheSignalIsKilledInTime() {
        var stubborn = start("trap '' TERM; echo trapped; while :; do sleep 0.1; done");
        assertThat(Waiting.until(Duration.ofSeconds(5), () -> log().contains("trapped")))
                .isTrue();
        assertThat(stubborn.stop("TERM", Duration.ofMillis(300))).isFalse();
        assertThat(stubborn.isAlive()).isFalse();
    }

    @Test
    void diesWithItsParentThoughTheParentIsKilled() throws Exception {
        // A shell stands for the test JVM: setpriv ties its child to it as PartProcess ties parts to the JVM.
        var parent = start("setpriv --pdeathsig KILL -- sleep 300 & echo child $!; wait");
        assertThat(Waiting.until(Duration.ofSeconds(5), () -> log().contains("child ")))
                .isTrue();
        var child =
                ProcessHandle.of(Long.parseLong(log().replaceAll("\\D", ""))).orElseThrow();
        assertThat(Waiting.until(Duration.ofSeconds(5), () -> PartProcess.commandLine(child.pid())
                        .startsWith("sleep")))
                .isTrue();
        parent.kill();
        assertThat(Waiting.until(Duration.ofSeconds(5), () -> PartProcess.commandLine(child.pid())
                        .isEmpty()))
                .isTrue();
    }

    @Test
    void anotherProgramUnderARememberedPidIsNotOurs() {
        var process = start("echo here; sleep 300");
        // While one program turns into the next, the process has no command line at all.
        assertThat(Waiting.until(Duration.ofSeconds(5), () -> PartProcess.find("part", process.pid(), "sleep 300")
                        .isPresent()))
                .isTrue();
        assertThat(PartProcess.find("part", process.pid(), "kafka.Kafka")).isEmpty();
        process.kill();
        assertThat(PartProcess.find("part", process.pid(), "sleep 300")).isEmpty();
    }

    private PartProcess start(String script) {
        return PartProcess.start(new PartProcess.Start(
                "script",
                List.of("bash", "-c", script),
                Map.of(),
                folder,
                folder.resolve("log"),
                Lifetime.WITH_PARENT,
                "KILL"));
    }

    private String log() {
        return Folders.readOr(folder.resolve("log"), "");
    }
}
