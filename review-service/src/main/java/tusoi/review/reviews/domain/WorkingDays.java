package tusoi.review.reviews.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Monday to Friday. Public holidays count as working days until there is a holiday calendar: over them a term looks kept too early. */
final class WorkingDays {
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private WorkingDays() {}

    /** The working days after {@code from} up to and including {@code to}; 0 where they are the same day. */
    static int between(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.isBefore(from) ? from.plusDays(1) : to.plusDays(1))
                .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
                .count();
    }
}
