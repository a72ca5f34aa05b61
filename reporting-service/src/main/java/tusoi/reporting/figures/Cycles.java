package tusoi.reporting.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/** The annual review cycles that a question means, as far as they were open by the end of its span. */
@Component
class Cycles {
    private final JdbcClient jdbc;

    Cycles(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Cycle> of(Question question) {
        String which =
                switch (question.cycle()) {
                    case CycleChoice.ById _ -> "aggregate_id = cast(:cycle as uuid)";
                    case CycleChoice.OfYear _ -> "year = cast(:cycle as int) and kind = 'ANNUAL'";
                    case CycleChoice.Every _ -> ":cycle = 'all' and kind = 'ANNUAL'";
                };
        return jdbc.sql("""
                        select aggregate_id, year, opened_on, profile,
                               exists (select from scope.closure as line
                                        where (line.unit_id, line.ancestor_id)
                                                  in ((:unit, opened_by_unit_id), (opened_by_unit_id, :unit))
                                          and line.valid_from <= placed.day and line.valid_to > placed.day
                                          and line.recorded_from <= :knownAt and line.recorded_to > :knownAt)
                          from reporting.cycle
                         cross join lateral (
                               select case when exists (select from scope.closure as own
                                                         where own.unit_id = :unit and own.ancestor_id = :unit
                                                           and own.valid_from <= opened_on and own.valid_to > opened_on
                                                           and own.recorded_from <= :knownAt and own.recorded_to > :knownAt)
                                           then opened_on else cast(:asOf as date) end as day
                               ) as placed
                         where %s and opened_on <= :to and recorded_from <= :knownAt and recorded_to > :knownAt
                         order by aggregate_id
                        """.formatted(which))
                .param("cycle", question.cycle().text())
                .param("unit", question.unit())
                .param("to", question.to())
                .param("asOf", question.asOf())
                .param("knownAt", question.knownAt().atOffset(ZoneOffset.UTC))
                .query((row, _) -> cycle(row))
                .list();
    }

    private static Cycle cycle(ResultSet row) throws SQLException {
        return new Cycle(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getBoolean(5));
    }
}
