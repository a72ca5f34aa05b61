package tusoi.org.roster;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.TimeLimits;

/** Months as they are written in requests and events: {@code 2023-05}. */
public final class Months {
    public static final String PATTERN = TimeLimits.YEAR_PATTERN + "-(0[1-9]|1[0-2])";

    private static final Pattern MONTH = Pattern.compile(PATTERN);
    private static final int SPAN_AT_MOST = 120;

    private Months() {}

    /** A 400 problem where it is none. */
    public static YearMonth parse(String place, String month) {
        if (!MONTH.matcher(month).matches()) {
            throw ProblemException.unreadable(
                    place, "It is no month of the years " + TimeLimits.YEARS, "Write it as 2023-05");
        }
        return YearMonth.parse(month);
    }

    /** A span of months, both included. */
    public record Span(YearMonth from, YearMonth to) {
        /** A 400 problem where it ends before it begins or is longer than ten years. */
        public static Span parse(String from, String to) {
            Span span = new Span(Months.parse("from", from), Months.parse("to", to));
            long months = ChronoUnit.MONTHS.between(span.from(), span.to()) + 1;
            if (months < 1 || months > SPAN_AT_MOST) {
                throw ProblemException.unreadable(
                        "to", "1 to " + SPAN_AT_MOST + " months are wanted", "Choose another span");
            }
            return span;
        }
    }
}
