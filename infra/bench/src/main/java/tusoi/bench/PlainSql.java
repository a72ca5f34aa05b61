package tusoi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tusoi.bench.NationQuestions.Question;
import tusoi.bench.nation.Nation;

/**
 * The peer: the same answer from the normalised tables by one statement with a walk down the tree, both times included, as anybody would
 * write it who has to answer the same: whoever a reorganisation took elsewhere between the fact's day and the tree's goes with it, what
 * else is of a unit that is not in the tree goes where that unit went or came from. It knows nothing of rights, and takes one step of
 * lineage and one collective move, as nobody here is reorganised twice.
 */
final class PlainSql implements AutoCloseable {
    private static final String KNOWN = "%1$s.recorded_from <= :knownAt and %1$s.recorded_to > :knownAt";
    private static final String IN_TREE = "%1$s.valid_from <= :asOf and %1$s.valid_to > :asOf and " + KNOWN;

    private static final String UNITS = """
            with recursive tree (unit_id) as (
                select l.unit_id from scope.link l
                 where l.unit_id = (select v.unit_id from scope.unit_version v where lower(v.code) = lower(:unit) limit 1)
                   and %1$s
                union all
                select l.unit_id from tree t join scope.link l on l.parent_id = t.unit_id where %1$s
            ), step (unit_id, to_id) as (
                select n.predecessor_id, n.successor_id
                  from tree t join scope.lineage n on n.successor_id = t.unit_id
                 where n.on_day <= :asOf and %2$s
                union all
                select n.successor_id, n.predecessor_id
                  from tree t join scope.lineage n on n.predecessor_id = t.unit_id
                 where n.on_day > :asOf and %2$s
            ), inside (unit_id) as (
                select t.unit_id from tree t
                union all
                select s.unit_id from step s group by s.unit_id
                having count(*) = (select count(*) from scope.lineage n
                                    where n.predecessor_id = s.unit_id and n.on_day <= :asOf and %2$s)
                                + (select count(*) from scope.lineage n
                                    where n.successor_id = s.unit_id and n.on_day > :asOf and %2$s)
            ), beside (unit_id) as (
                select distinct s.unit_id from step s
            )
            """.formatted(IN_TREE.formatted("l"), KNOWN.formatted("n"));

    /** Formatted with the columns of where from and where to, and of whom the fact is. */
    private static final String WAYS = """
            , way (member_id, unit_id, to_id) as materialized (
                select v.aggregate_id, v.%%1$s, v.%%2$s
                  from beside b join reporting.movement v on v.%%1$s = b.unit_id
                 where v.reorganisation_id is not null and v.on_day > least(:asOf, :factDay)
                   and v.on_day <= greatest(:asOf, :factDay) and %s
            )
            """.formatted(KNOWN.formatted("v"));

    /** What is of units of the tree stays there; formatted with the table, what it is told apart by, whose it is and the conditions. */
    private static final String COUNTS = """
            select found.of, count(*)
              from (select f.%2$s as of
                      from tree t join reporting.%1$s f using (unit_id)
                     where f.valid_from <= :to and f.valid_to > :to and %4$s
                    union all
                    select f.%2$s
                      from beside b join reporting.%1$s f using (unit_id)
                      left join way w on w.member_id = f.%3$s and w.unit_id = f.unit_id
                     where f.valid_from <= :to and f.valid_to > :to and %4$s
                       and coalesce(w.to_id, f.unit_id) in (select i.unit_id from inside i)) found
             group by found.of
            """;

    private static final String MEMBERS = COUNTS.formatted("membership", "state", "aggregate_id", KNOWN.formatted("f"));
    private static final String GRADES = COUNTS.formatted(
            "review_grade",
            "grade",
            "subject_id",
            "f.cycle_id = :cycle and f.subject_type = 'MEMBER' and " + KNOWN.formatted("f"));

    private static final String ONWARD = WAYS.formatted("unit_id", "other_unit_id");
    private static final String BACK = WAYS.formatted("other_unit_id", "unit_id");

    private final Connection connection;
    private final JdbcClient jdbc;

    PlainSql(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** By state or grade. */
    Map<String, Long> ask(Question question) {
        LocalDate factDay = question.grades() ? Nation.openingOf(question.year()) : question.to();
        String ways = factDay.isAfter(question.asOf()) ? BACK : ONWARD;
        var asked = new HashMap<String, Object>(Map.of(
                "unit", question.unit(),
                "asOf", question.asOf(),
                "to", question.to(),
                "factDay", factDay,
                "knownAt", question.knownAt().atOffset(ZoneOffset.UTC)));
        if (question.grades()) {
            asked.put("cycle", Nation.cycle(question.year()));
        }
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql(UNITS + ways + (question.grades() ? GRADES : MEMBERS))
                .params(asked)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
