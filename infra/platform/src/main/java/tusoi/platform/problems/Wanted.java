package tusoi.platform.problems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tusoi.platform.time.TimeLimits;

/** What is wanted where something else was sent, in words that do not presume Java. */
final class Wanted {
    private Wanted() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "what is wanted here";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return type == String.class
                ? "a text without control characters and of bounded length"
                : type == LocalDate.class
                        ? "a day like 2025-12-31, of the years " + TimeLimits.YEARS
                        : type == Instant.class
                                ? "an instant like 2025-12-31T00:00:00Z, of the years " + TimeLimits.YEARS
                                : type == UUID.class ? "an id (UUID)" : type.getSimpleName();
    }
}
