package tusoi.org.roster;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import tusoi.platform.problems.ProblemException;

/** Months as they are written in requests and events: {@code 2023-05}. */
public final class Months {
    public static final String PATTERN = "[0-9]{4}-(0[1-9]|1[0-2])";

    private static final int SPAN_AT_MOST = 120;

    private Months() {}

    /** A 400 problem where it is none. */
    public static YearMonth parse(String place, String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw ProblemException.unreadable(place, "It is no month", "Write it as 2023-05");
        }
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
