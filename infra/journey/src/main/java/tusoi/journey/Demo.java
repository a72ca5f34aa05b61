package tusoi.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import tusoi.journey.api.Api;
import tusoi.journey.api.Refused;
import tusoi.journey.entry.DemoData;
import tusoi.journey.figures.PublishedFigures;
import tusoi.launcher.installation.Platform;

/** Enters a district's year through the public API, then prints the published figures beside the computed ones. */
public final class Demo {
    private static final int REQUESTS_AT_ONCE = 8;
    private static final String READER = "quantri";
    private static final long BEGIN = System.nanoTime();

    private Demo() {}

    public static void main(String[] args) {
        int status;
        try (Platform platform = Platform.fromProperties()) {
            status = run(platform) ? 0 : 1;
        } catch (Refused refused) {
            System.err.println("The demo was refused: " + refused.getMessage());
            status = 2;
        }
        System.exit(status);
    }

    static boolean run(Platform platform) {
        Api api = new Api(platform.gateway(), platform.users()::token, REQUESTS_AT_ONCE);
        DemoData data = new DemoData(api, platform.users(), Demo::say);
        Path entered = platform.layout().home().resolve("demo-entered");
        if (Files.exists(entered)) {
            say("The demo's data has been entered before");
            data.awaitFigures();
        } else {
            enter(api, data, entered);
        }
        return new PublishedFigures(api, READER).printTo(System.out);
    }

    private static void enter(Api api, DemoData data, Path entered) {
        Instant begin = Instant.now();
        data.enter();
        Duration took = Duration.between(begin, Instant.now());
        say("Entered in %.1f s with %d requests".formatted(took.toMillis() / 1000.0, api.requests()));
        try {
            Files.writeString(entered, begin + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void say(String line) {
        System.out.printf("%7.1f s  %s%n", (System.nanoTime() - BEGIN) / 1e9, line);
    }
}
