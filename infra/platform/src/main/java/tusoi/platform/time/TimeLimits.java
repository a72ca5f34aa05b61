package tusoi.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The days and instants that a caller can mean: of the years 1900 to 2199. A register goes back to members born then, and what lies
 * beyond is a slip of the pen that the database would take, or fail at.
 */
public final class TimeLimits {
    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    /** As the description of an API tells it. */
    public static final String YEARS = "1900 to 2199";

    /** The years in a regular expression, without the rest of the day. */
    public static final String YEAR_PATTERN = "(19|20|21)[0-9]{2}";

    private TimeLimits() {}

    public static boolean hold(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    public static boolean hold(Instant instant) {
        return !instant.isBefore(FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC))
                && instant.isBefore(LAST_DAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** Throws {@link DateTimeException} where the text is no day, or none of those years. */
    public static LocalDate day(String text) {
        LocalDate day = IsoText.day(text);
        if (!hold(day)) {
            throw new DateTimeException("a day of another age");
        }
        return day;
    }

    /** Throws {@link DateTimeException} where the text is no instant, or none of those years. */
    public static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (!hold(instant)) {
            throw new DateTimeException("an instant of another age");
        }
        return instant;
    }
}
