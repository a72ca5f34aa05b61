package tusoi.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import tusoi.bench.NationQuestions.Question;
import tusoi.bench.nation.Nation;

/**
 * The peer: the same figure by a tree walk and a join over the normalised tables, both times included, as anybody would write it. It
 * knows nothing of rights, of ended units or of where reorganisations took members.
 */
final class PlainSql implements AutoCloseable {
    private static final String TREE = """
            with recursive tree (unit_id) as (
                select unit_id from scope.link
                 where unit_id = (select unit_id from scope.unit_version where lower(code) = lower(?) limit 1)
                   and valid_from <= ? and valid_to > ? and recorded_from <= ? and recorded_to > ?
                union all
                select l.unit_id from scope.link l join tree t on l.parent_id = t.unit_id
                 where l.valid_from <= ? and l.valid_to > ? and l.recorded_from <= ? and l.recorded_to > ?
            )
            """;
    private static final Map<Boolean, String> SQL = Map.of(false, TREE + """
            select m.state, count(*) from reporting.membership m join tree using (unit_id)
             where m.valid_from <= ? and m.valid_to > ? and m.recorded_from <= ? and m.recorded_to > ?
             group by m.state
            """, true, TREE + """
            select g.grade, count(*) from reporting.review_grade g join tree using (unit_id)
             where g.valid_from <= ? and g.valid_to > ? and g.recorded_from <= ? and g.recorded_to > ?
               and g.cycle_id = ? and g.subject_type = 'MEMBER'
             group by g.grade
            """);

    private final Connection connection;

    PlainSql(Connection connection) {
        this.connection = connection;
    }

    long ask(Question question) throws SQLException {
        OffsetDateTime known = question.knownAt().atOffset(ZoneOffset.UTC);
        try (PreparedStatement statement = connection.prepareStatement(SQL.get(question.grades()))) {
            int place = 1;
            statement.setString(place++, question.unit());
            for (int times = 0; times < 3; times++) {
                for (int twice = 0; twice < 2; twice++) {
                    statement.setObject(place++, times < 2 ? question.asOf() : question.to());
                }
                statement.setObject(place++, known);
                statement.setObject(place++, known);
            }
            if (question.grades()) {
                statement.setObject(place, Nation.cycle(question.year()));
            }
            long sum = 0;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    sum += rows.getLong(2);
                }
            }
            return sum;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
