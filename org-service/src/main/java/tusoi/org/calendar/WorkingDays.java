package tusoi.org.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Counts the days on which offices work.
 *
 * @param everyYear holidays that fall on the same day each year
 * @param once holidays and days off in exchange, of one year
 */
public record WorkingDays(Set<MonthDay> everyYear, Set<LocalDate> once) {
    public WorkingDays {
        everyYear = Set.copyOf(everyYear);
        once = Set.copyOf(once);
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !once.contains(day)
                && !everyYear.contains(MonthDay.from(day));
    }

    /** How many working days lie after {@code from}, up to and with {@code to}; 0 where {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            days += isWorkingDay(day) ? 1 : 0;
        }
        return days;
    }

    /** The day on which that many working days after {@code from} are over: the last one in time. */
    public LocalDate after(LocalDate from, int workingDays) {
        LocalDate day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }
}
