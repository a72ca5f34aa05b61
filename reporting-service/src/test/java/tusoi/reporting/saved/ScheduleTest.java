package tusoi.reporting.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tusoi.reporting.saved.Schedule.Due;
import tusoi.reporting.saved.Schedule.Every;

class ScheduleTest {
    private static final Instant SAVED = Instant.parse("2022-05-10T00:00:00Z");

    @Test
    void aReportFallsDueWithTheBeginningOfTheDayInVietNam() {
        Schedule monthly = new Schedule(Every.MONTH, 5);
        Instant due = Instant.parse("2022-06-05T17:00:00Z");
        assertThat(monthly.between(SAVED, due.minusMillis(1), 10)).isEmpty();
        assertThat(monthly.between(SAVED, due, 10))
                .containsExactly(
                        new Due(LocalDate.of(2022, 5, 1), LocalDate.of(2022, 5, 31), LocalDate.of(2022, 6, 6), due));
    }

    @Test
    void whatWasDueBeforeItWasSavedIsNoneOfIt() {
        assertThat(new Schedule(Every.MONTH, 0).between(SAVED, Instant.parse("2022-05-31T00:00:00Z"), 10))
                .isEmpty();
        assertThat(new Schedule(Every.MONTH, 20).between(SAVED, Instant.parse("2022-05-31T00:00:00Z"), 10))
                .extracting(Due::to)
                .containsExactly(LocalDate.of(2022, 4, 30));
    }

    @Test
    void quartersAndYearsBeginWithTheYearAndTheLatestComesFirst() {
        Instant later = Instant.parse("2023-07-15T00:00:00Z");
        assertThat(new Schedule(Every.QUARTER, 0).between(SAVED, later, 10))
                .extracting(Due::to)
                .containsExactly(
                        LocalDate.of(2023, 6, 30),
                        LocalDate.of(2023, 3, 31),
                        LocalDate.of(2022, 12, 31),
                        LocalDate.of(2022, 9, 30),
                        LocalDate.of(2022, 6, 30));
        assertThat(new Schedule(Every.YEAR, 90).between(SAVED, later, 10))
                .extracting(Due::from)
                .containsExactly(LocalDate.of(2022, 1, 1));
        assertThat(new Schedule(Every.QUARTER, 0).between(SAVED, later, 2)).hasSize(2);
    }

    @Test
    void theListIsTheSameHoweverOftenItIsAskedFor() {
        Instant later = Instant.parse("2023-07-15T00:00:00Z");
        Schedule schedule = new Schedule(Every.MONTH, 3);
        assertThat(schedule.between(SAVED, later, 100)).isEqualTo(schedule.between(SAVED, later, 100));
    }
}
