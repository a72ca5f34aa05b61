package tusoi.org.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.rules.RuleProfile;

/** Reads the holidays from a file, which an installation may replace as soon as a year's days off are announced. */
@Configuration(proxyBeanMethods = false)
class HolidayCalendar {
    @Bean
    WorkingDays workingDays(
            @Value("${tusoi.org.holidays:classpath:calendar/holidays-vn.json}") Resource file, JsonMapper json) {
        try (InputStream content = file.getInputStream()) {
            JsonNode holidays = json.readTree(content);
            return new WorkingDays(
                    days(holidays.path("everyYear"), MonthDay::parse), days(holidays.path("once"), LocalDate::parse));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shown beside every deadline that was counted with it. */
    @Bean
    HolidaySource holidaySource(
            @Value("${tusoi.org.holidays:classpath:calendar/holidays-vn.json}") Resource file, JsonMapper json) {
        try (InputStream content = file.getInputStream()) {
            JsonNode holidays = json.readTree(content);
            return new HolidaySource(
                    holidays.path("source").asString("-"),
                    RuleProfile.Mark.valueOf(holidays.path("mark").asString("UNCONFIRMED")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Set<T> days(JsonNode list, Function<String, T> read) {
        return list.valueStream().map(JsonNode::asString).map(read).collect(Collectors.toUnmodifiableSet());
    }
}
