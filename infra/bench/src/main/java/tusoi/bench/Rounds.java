package tusoi.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The same measured several times, ours and the peer by turns; the middle counts, so that a cold first round does not. */
final class Rounds {
    static final int COUNT = 3;
    private static final long AT_MOST_SECONDS = 40;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);

    private final String name;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> peers = new ArrayList<>();

    Rounds(String name) {
        this.name = name;
    }

    void add(double perSecond, double peerPerSecond) {
        ours.add(perSecond);
        peers.add(peerPerSecond);
        System.err.printf(
                "  %s, round %d: %.0f rows/s, peer %.0f rows/s%n", name, ours.size(), perSecond, peerPerSecond);
    }

    Measure atLeast(double wanted, String peer) {
        return Measure.against(
                name,
                middle(ours),
                "rows/s",
                peer,
                middle(peers),
                "ratio at least " + wanted,
                ratio -> ratio >= wanted);
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Returns the seconds from that moment until it is so. */
    static double secondsUntil(long begin, BooleanSupplier isSo) {
        return secondsUntil(begin, AT_MOST_SECONDS, isSo);
    }

    static double secondsUntil(long begin, long atMostSeconds, BooleanSupplier isSo) {
        return secondsUntil(begin, atMostSeconds, BETWEEN_LOOKS, isSo);
    }

    /** @param pause between one look and the next, where looking costs what is measured */
    static double secondsUntil(long begin, long atMostSeconds, Duration pause, BooleanSupplier isSo) {
        while (!isSo.getAsBoolean()) {
            if (secondsSince(begin) > atMostSeconds) {
                throw new IllegalStateException("not done after " + atMostSeconds + " s");
            }
            LockSupport.parkNanos(pause.toNanos());
        }
        return secondsSince(begin);
    }

    static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
