package tusoi.reporting.saved;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import tusoi.platform.time.BusinessDays;

/**
 * A report for each span of its kind, due some days after the span has ended.
 *
 * @param afterDays until when what belongs in the span may be entered late
 */
record Schedule(Every every, int afterDays) {
    static final int MOST_AFTER_DAYS = 90;

    /** How long a span is; they begin with the year. */
    enum Every {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Every(int months) {
            this.months = months;
        }

        private LocalDate firstDay(LocalDate day) {
            int month = (day.getMonthValue() - 1) / months * months + 1;
            return LocalDate.of(day.getYear(), month, 1);
        }
    }

    /**
     * One report of the series.
     *
     * @param knownAt the beginning of the day on which it is due, in Viet Nam
     */
    record Due(LocalDate from, LocalDate to, LocalDate dueOn, Instant knownAt) {}

    /** Those that fell due after the first instant, up to the second; the latest first, at most so many. */
    List<Due> between(Instant after, Instant upTo, int most) {
        List<Due> due = new ArrayList<>();
        LocalDate from = every.firstDay(LocalDate.ofInstant(upTo, BusinessDays.ZONE));
        while (due.size() < most) {
            Due one = of(from);
            if (!one.knownAt().isAfter(after)) {
                return due;
            }
            if (!one.knownAt().isAfter(upTo)) {
                due.add(one);
            }
            from = from.minus(Period.ofMonths(every.months));
        }
        return due;
    }

    private Due of(LocalDate from) {
        LocalDate next = from.plusMonths(every.months);
        LocalDate dueOn = next.plusDays(afterDays);
        return new Due(
                from,
                next.minusDays(1),
                dueOn,
                dueOn.atStartOfDay(BusinessDays.ZONE).toInstant());
    }
}
