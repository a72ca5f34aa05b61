package tusoi.reporting.figures;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.sums.Series;
import tusoi.reporting.sums.SumMeasure;

/** Facts of persons whom reorganisations took, from where they are of to where those persons were taken. */
@Component
class MovedStocks {
    /** No series' number: only what it tells apart. */
    private static final int NO_SERIES = -1;

    private final JdbcClient jdbc;

    MovedStocks(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is counted, on which day, and the day that the facts are of. */
    record Asked(SumMeasure measure, @Nullable UUID cycle, LocalDate day, LocalDate factDay) {
        static Asked of(Stock stock) {
            return new Asked(stock.measure(), stock.cycle(), stock.day(), stock.factDay());
        }
    }

    /** @param values of the facts, that the measure tells apart */
    record Moved(Series values, UUID from, UUID to, int amount) {}

    /** Those that somebody's way leads elsewhere. */
    List<Moved> of(Asked asked, Question question, Concerned.Persons them) {
        return jdbc.sql(sql(asked, question))
                .param("persons", them.persons().toArray(UUID[]::new))
                .param("units", them.units().toArray(UUID[]::new))
                .param("first", PersonQueries.firstDay(question))
                .param("last", PersonQueries.lastDay(question))
                .param("asOf", question.asOf())
                .param("knownAt", question.knownAt().atOffset(ZoneOffset.UTC))
                .param("cycle", asked.cycle())
                .param("day", asked.day())
                .param("factDay", asked.factDay())
                .query((row, _) -> new Moved(
                        new Series(NO_SERIES, row.getString(1), row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getInt(5)))
                .list();
    }

    private static String sql(Asked asked, Question question) {
        String ways = OwnWays.sql(":first", ":last", ":asOf", ":knownAt", "and m.aggregate_id = any (:persons)");
        boolean joined = question.persons().joined();
        return "with own_way as materialized (" + ways + ")"
                + (joined ? ", joined as materialized (" + JoinedEntries.sql(":knownAt") + ")" : "")
                + """
                 select f.k1, f.k2, f.unit_id, own.next_id, count(*)::int
                   from (%s) f
                   %s
                   join own_way own on own.person_id = %s and own.unit_id = f.unit_id
                    and (own.since_day, own.since_place) <= (:factDay, %d) and (own.until_day, own.until_place) > (:factDay, %d)
                  where f.person_id = any (:persons) and f.unit_id = any (:units) and own.next_id <> f.unit_id
                    and f.recorded_from <= :knownAt and f.recorded_to > :knownAt and f.valid_from <= :day and f.valid_to > :day
                    %s
                  group by f.k1, f.k2, f.unit_id, own.next_id
                """.formatted(
                                asked.measure().facts(),
                                joined ? "left join joined same on same.entry_id = f.person_id" : "",
                                joined ? "coalesce(same.person_id, f.person_id)" : "f.person_id",
                                Person.END_OF_DAY,
                                Person.END_OF_DAY,
                                asked.cycle() == null ? "" : "and f.cycle_id = :cycle");
    }
}
