package tusoi.launcher.cli;

import java.time.Duration;
import tusoi.launcher.parts.Says;

/** Progress lines with the seconds since the command began. */
final class Progress implements Says {
    private final long begin = System.nanoTime();

    @Override
    public void say(String line) {
        System.out.printf("%7.1f s  %s%n", seconds(), line);
    }

    double seconds() {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }
}
