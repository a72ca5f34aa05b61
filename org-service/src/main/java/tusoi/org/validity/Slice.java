package tusoi.org.validity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A value that held on the days in {@code [from, to)}; without {@code to} it holds on. */
public record Slice<T>(LocalDate from, @Nullable LocalDate to, T value) {
    public Slice {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("[" + from + ", " + to + ") holds no day");
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    public boolean meets(LocalDate otherFrom, @Nullable LocalDate otherTo) {
        return (to == null || otherFrom.isBefore(to)) && (otherTo == null || from.isBefore(otherTo));
    }
}
