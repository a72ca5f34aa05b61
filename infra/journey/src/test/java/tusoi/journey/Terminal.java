package tusoi.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tusoi.launcher.installation.Layout;

/** Runs {@code ./tusoi} as a person at the machine does. */
record Terminal(Layout layout) {
    /** @param text all that was printed, complaints included */
    record Ended(int code, String text) {}

    Ended run(String command, String... words) {
        var line = new ArrayList<>(List.of(layout.root().resolve("tusoi").toString(), command));
        line.addAll(List.of(words));
        line.addAll(List.of("--home", layout.home().toString()));
        try {
            var process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new AssertionError("has not ended: " + line);
            }
            var ended = new Ended(process.exitValue(), text);
            System.out.println("./tusoi " + command + " " + String.join(" ", words) + " (" + ended.code() + ")\n"
                    + ended.text().strip());
            return ended;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
