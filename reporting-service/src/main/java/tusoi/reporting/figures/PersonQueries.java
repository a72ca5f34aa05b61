package tusoi.reporting.figures;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/** Looks once, before the statement is written, whether reorganisations or joined entries bear on it at all. */
@Component
class PersonQueries {
    private final JdbcClient jdbc;

    PersonQueries(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Persons of(Question question) {
        return jdbc.sql("""
                        select exists (select from reporting.movement
                                        where reorganisation_id is not null and on_day > :first and on_day <= :last
                                          and recorded_from <= :knownAt and recorded_to > :knownAt),
                               exists (select from reporting.joined_entry
                                        where recorded_from <= :knownAt and recorded_to > :knownAt)
                        """)
                .param("first", firstDay(question))
                .param("last", lastDay(question))
                .param("knownAt", question.knownAt().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Persons(row.getBoolean(1), row.getBoolean(2), null))
                .single();
    }

    /** No fact that is counted is of an earlier day, nor is the tree. */
    static LocalDate firstDay(Question question) {
        return Collections.min(days(question));
    }

    static LocalDate lastDay(Question question) {
        return Collections.max(days(question));
    }

    private static List<LocalDate> days(Question question) {
        return Stream.concat(
                        Stream.of(question.asOf(), question.from().minusDays(1), question.to()),
                        question.cycles().stream().map(Cycle::openedOn))
                .toList();
    }
}
