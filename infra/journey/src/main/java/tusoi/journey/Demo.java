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
import tusoi.journey.figures.KnownBefore;
import tusoi.journey.figures.PublishedFigures;
import tusoi.journey.reform.Reform;
import tusoi.launcher.installation.Platform;

/**
 * Enters two districts' years through the public API and prints the published figures beside the computed ones; then enters the
 * reform of 2025, prints that none of them has changed, and what the same facts are under the new tree.
 */
public final class Demo {
    private static final int REQUESTS_AT_ONCE = 8;
    private static final String READER = "quantri";

    /** Small parts of what stands below a base are only for who may see reviews and cases. */
    private static final String READER_OF_PARTS = "ct.capuy";

    private static final long BEGIN = System.nanoTime();

    private final Platform platform;
    private final Api api;

    private Demo(Platform platform) {
        this.platform = platform;
        this.api = new Api(platform.gateway(), platform.users()::token, REQUESTS_AT_ONCE);
    }

    public static void main(String[] args) {
        int status;
        try (Platform platform = Platform.fromProperties()) {
            boolean years = years(platform);
            status = reform(platform) && years ? 0 : 1;
        } catch (Refused refused) {
            System.err.println("The demo was refused: " + refused.getMessage());
            status = 2;
        }
        System.exit(status);
    }

    /** The years up to 2023; true where all published figures are reproduced. */
    static boolean years(Platform platform) {
        return new Demo(platform).enterYears();
    }

    /** True where no published figure has changed by it, and every re-cut sum is exact. */
    static boolean reform(Platform platform) {
        return new Demo(platform).enterReform();
    }

    private boolean enterYears() {
        DemoData data = new DemoData(api, platform.users(), Demo::say);
        Path entered = file("demo-entered");
        if (Files.exists(entered)) {
            say("The demo's data has been entered before");
            data.awaitFigures();
        } else {
            Instant begin = Instant.now();
            data.enter();
            sayHowLong(begin);
            write(entered, begin);
        }
        return new PublishedFigures(api, READER).printTo(System.out);
    }

    private boolean enterReform() {
        Path entered = file("demo-reformed");
        Path before = file("demo-before-reform.json");
        if (!Files.exists(before)) {
            if (Files.exists(entered)) {
                throw new IllegalStateException(
                        before + " is missing: what was known before the reform cannot be asked after it. Take"
                                + " the file from a copy, or delete the installation and enter the demo again");
            }
            KnownBefore.ask(api, READER).keep(before);
        }
        System.out.println();
        if (Files.exists(entered)) {
            say("The reform has been entered before");
        } else {
            Instant begin = Instant.now();
            new Reform(api, platform.users(), Demo::say).enter();
            sayHowLong(begin);
            write(entered, begin);
        }
        boolean unchanged = KnownBefore.read(api, READER, before).printTo(System.out);
        boolean exact = Reform.recut(api, READER_OF_PARTS).printTo(System.out);
        return unchanged && exact;
    }

    private void sayHowLong(Instant begin) {
        long millis = Duration.between(begin, Instant.now()).toMillis();
        say("Entered in %.1f s with %d requests".formatted(millis / 1000.0, api.requests()));
    }

    private Path file(String name) {
        return platform.layout().home().resolve(name);
    }

    private static void write(Path file, Instant begin) {
        try {
            Files.writeString(file, begin + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void say(String line) {
        System.out.printf("%7.1f s  %s%n", (System.nanoTime() - BEGIN) / 1e9, line);
    }
}
