package tusoi.platform.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.IsoText;

/**
 * What a mend leaves as it is, where the original tells it: of what the event is, which version of it, and when it was recorded. With
 * another of these it would be another event, for every reader and for ever, and its recorded time could fall where all is complete.
 */
final class MendedHeaders {
    /** Before the first of these systems. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final String TIME = "ce_time";

    private MendedHeaders() {}

    /** Throws a ProblemException that names the header. The mended ones can be read. */
    static void check(Map<String, String> original, Map<String, String> mended, Instant now) {
        same("ce_subject", UUID::fromString, original, mended);
        same("ce_aggregateversion", Long::valueOf, original, mended);
        if (!same(TIME, IsoText::instant, original, mended)) {
            var time = read(TIME, IsoText::instant, mended).orElseThrow();
            if (time.isAfter(now) || time.isBefore(EARLIEST)) {
                throw new ProblemException(
                        422,
                        "implausible-time",
                        "It was recorded neither before the year 2000 nor after now",
                        place(TIME),
                        "Send the time at which its producer recorded it");
            }
        }
    }

    /** False where the original does not tell it. */
    private static <T> boolean same(
            String header, Function<String, T> reader, Map<String, String> original, Map<String, String> mended) {
        var is = read(header, reader, original);
        if (is.isEmpty()) {
            return false;
        }
        if (!is.equals(read(header, reader, mended))) {
            throw new ProblemException(
                    422,
                    "differs-from-original",
                    "It is " + is.get() + " in the original, and a mend does not change it",
                    place(header),
                    "Leave the header out");
        }
        return true;
    }

    private static String place(String header) {
        return "headers." + header;
    }

    private static <T> Optional<T> read(String header, Function<String, T> reader, Map<String, String> headers) {
        try {
            return Optional.ofNullable(headers.get(header)).map(reader);
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
