package tusoi.platform.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.IsoText;

/**
 * What a mend leaves as it is, where the original tells it: what happened, of what, which version of it, and when it was recorded. With
 * another of these it would be another event, for every reader and for ever, and its recorded time could fall where all is complete.
 */
final class MendedHeaders {
    /** Before the first of these systems. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final String TYPE = "ce_type";
    private static final String TIME = "ce_time";

    /** The name of what happened, and the version of its form. */
    private static final Pattern READABLE_TYPE = Pattern.compile("([a-z]+(?:[.-][a-z0-9]+)+)[.]v[0-9]+");

    private final SortedSet<String> taken;

    /** @param taken the types that are taken here */
    MendedHeaders(Set<String> taken) {
        this.taken = new TreeSet<>(taken);
    }

    /** Throws a ProblemException that names the header. The mended ones can be read. */
    void check(String producer, Map<String, String> original, Map<String, String> mended, Instant now) {
        checkType(producer, original, mended);
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

    /**
     * What happened stays; the form of its telling may be another that is taken here. What the original does not tell is of those that
     * its producer tells and that are taken here: of another's nobody would see it, and the letter would be closed with nothing taken.
     */
    private void checkType(String producer, Map<String, String> original, Map<String, String> mended) {
        var told = read(TYPE, MendedHeaders::nameOfType, original);
        var type = mended.getOrDefault(TYPE, "");
        if (told.isPresent() && type.equals(original.get(TYPE))) {
            return;
        }
        if (told.isPresent() && !told.equals(read(TYPE, MendedHeaders::nameOfType, mended))) {
            throw differs(TYPE, original.get(TYPE));
        }
        if (!taken.contains(type) || (told.isEmpty() && !type.startsWith(producer + "."))) {
            var possible = taken.stream()
                    .filter(one -> told.map(name -> one.startsWith(name + ".")).orElse(one.startsWith(producer + ".")))
                    .collect(Collectors.joining(", "));
            throw new ProblemException(
                    422,
                    "not-of-this-topic",
                    "No event of this type is taken here from " + producer,
                    place(TYPE),
                    possible.isEmpty()
                            ? "Leave the letter out, or mend it where such events are taken"
                            : "Send one of these: " + possible);
        }
    }

    private static String nameOfType(String type) {
        var readable = READABLE_TYPE.matcher(type);
        if (!readable.matches()) {
            throw new IllegalArgumentException("no type");
        }
        return readable.group(1);
    }

    /** False where the original does not tell it. */
    private static <T> boolean same(
            String header, Function<String, T> reader, Map<String, String> original, Map<String, String> mended) {
        var is = read(header, reader, original);
        if (is.isEmpty()) {
            return false;
        }
        if (!is.equals(read(header, reader, mended))) {
            throw differs(header, is.get());
        }
        return true;
    }

    private static ProblemException differs(String header, @Nullable Object original) {
        return new ProblemException(
                422,
                "differs-from-original",
                "It is " + original + " in the original, and a mend does not change it",
                place(header),
                "Leave the header out");
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
