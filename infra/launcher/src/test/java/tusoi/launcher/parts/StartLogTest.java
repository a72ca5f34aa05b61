package tusoi.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartLogTest {
    @TempDir
    private Path folder;

    @Test
    void innermostCauseOfAJsonLogIsTold() throws Exception {
        var start = start();
        append("{\"message\":\"Application run failed\",\"stack_trace\":\"A: a\\n\\tat x\\nCaused by: B: b\\n\\tat y\\n"
                + "Caused by: java.net.BindException: Address already in use\\n\\tat z\\n\"}\n");
        assertThat(start.why()).startsWith("java.net.BindException: Address already in use\n");
    }

    @Test
    void withoutACauseTheLastMessagesAreTold() throws Exception {
        var start = start();
        append("{\"message\":\"one\",\"level\":\"INFO\"}\nplain\n");
        assertThat(start.why()).startsWith("one\nplain\n");
    }

    private StartLog start() throws Exception {
        append("Caused by: an earlier start\n");
        return StartLog.now(folder.resolve("log"));
    }

    private void append(String text) throws Exception {
        Files.writeString(folder.resolve("log"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
