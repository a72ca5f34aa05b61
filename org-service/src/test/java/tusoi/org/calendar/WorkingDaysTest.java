package tusoi.org.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

class WorkingDaysTest {
    private static final WorkingDays DAYS = new WorkingDays(Set.of(MonthDay.of(9, 2)), Set.of(day("2024-09-03")));

    @Test
    void weekendsAndHolidaysAreNotCounted() {
        assertThat(DAYS.between(day("2024-08-30"), day("2024-09-03"))).isZero();
        assertThat(DAYS.between(day("2024-08-30"), day("2024-09-04"))).isEqualTo(1);
        assertThat(DAYS.between(day("2024-09-04"), day("2024-09-04"))).isZero();
        assertThat(DAYS.after(day("2024-08-30"), 1)).isEqualTo(day("2024-09-04"));
        assertThat(DAYS.after(day("2024-08-30"), 0)).isEqualTo(day("2024-08-30"));
    }

    @Test
    void theShippedCalendarIsRead() {
        WorkingDays shipped = new HolidayCalendar()
                .workingDays(new ClassPathResource("calendar/holidays-vn.json"), JsonMapper.shared());
        assertThat(shipped.isWorkingDay(day("2025-01-29"))).isFalse();
        assertThat(shipped.isWorkingDay(day("2031-04-30"))).isFalse();
        assertThat(shipped.isWorkingDay(day("2025-02-03"))).isTrue();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
