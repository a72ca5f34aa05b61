package tusoi.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import tusoi.platform.problems.ProblemException;

/**
 * The place in a list where a page ended, as the values of the sort columns, opaque to callers. Sort by something unique at the
 * end (the id), ask for one row more than the page, and pass the rows to {@link #page}.
 */
public record Cursor(List<String> values) {
    private static final String SEPARATOR = "\u001f";

    public Cursor {
        values = List.copyOf(values);
    }

    public static Cursor of(Object... values) {
        return new Cursor(List.of(values).stream().map(String::valueOf).toList());
    }

    /** A 400 problem where the text is not a cursor of that many values. */
    public static Cursor parse(String after, int count) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            List<String> values = List.of(text.split(SEPARATOR, -1));
            if (values.size() == count) {
                return new Cursor(values);
            }
        } catch (IllegalArgumentException ignored) {
            // told below
        }
        throw unreadable();
    }

    /** Makes a page of at most {@code size} from rows that were fetched with {@code limit size + 1}. */
    public static <T> Page<T> page(List<T> rows, int size, Function<T, Cursor> place) {
        List<T> items = rows.subList(0, Math.min(rows.size(), size));
        return new Page<>(
                items, rows.size() > size ? place.apply(items.getLast()).text() : null);
    }

    /** A 400 problem where this value is not an id. */
    public UUID id(int index) {
        return read(index, UUID::fromString);
    }

    /** A 400 problem where this value is not a whole number. */
    public long number(int index) {
        return read(index, Long::valueOf);
    }

    private <T> T read(int index, Function<String, T> reading) {
        try {
            return reading.apply(values.get(index));
        } catch (IllegalArgumentException | DateTimeException none) {
            throw unreadable();
        }
    }

    /** A 400 problem where this value is not an instant. */
    public Instant instant(int index) {
        return read(index, Instant::parse);
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
    }

    /** What to throw where a cursor's values are not those of the list. */
    public static ProblemException unreadable() {
        return ProblemException.unreadable("after", "It is no cursor of this list", "Pass `next` as it was received");
    }
}
