package tusoi.reporting.reports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.TimeLimits;
import tusoi.reporting.reports.ReportDefinition.Period;

/** What somebody asks of a report, as written: see the parameters of {@code GET /reports/{code}}. */
public record ReportRequest(
        String unit,
        @Nullable Integer year,
        @Nullable String from,
        @Nullable String to,
        @Nullable String asOf,
        @Nullable String knownAt,
        @Nullable String cycle) {
    /** The same with the year said in days and as a cycle. */
    ReportRequest spelledOut(Period period) {
        if (year == null) {
            return this;
        }
        if (year < TimeLimits.FIRST_DAY.getYear() || year > TimeLimits.LAST_DAY.getYear()) {
            throw ProblemException.unreadable(
                    "year", year + " is not a year of " + TimeLimits.YEARS, "Write it as 2022");
        }
        if (from != null || period == Period.SPAN && to != null) {
            throw ProblemException.unreadable("year", "A year and days were given", "Give the year, or from and to");
        }
        if (period == Period.CYCLE && cycle != null) {
            throw ProblemException.unreadable("year", "A year and a cycle were given", "Give the year, or the cycle");
        }
        String first = LocalDate.of(year, 1, 1).toString();
        return period == Period.SPAN
                ? new ReportRequest(
                        unit, null, first, LocalDate.of(year, 12, 31).toString(), asOf, knownAt, cycle)
                : new ReportRequest(unit, null, first, to, asOf, knownAt, year.toString());
    }
}
