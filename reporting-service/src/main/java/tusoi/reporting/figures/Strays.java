package tusoi.reporting.figures;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/**
 * Finds the units that are not in the tree of the day asked for but whose facts belong to the unit asked for. A unit that has ended
 * by then is followed to those that came after it on the day of its end, one that has not begun yet back to those that it came from
 * on its first day, and so on until units of the tree are reached; where nobody is linked on that day, its superior of then is taken
 * instead. What leads along links to one unit only is placed there. Else it belongs to all units that all of these stand under, and
 * is placed in none: so every sum is equal.
 */
@Component
class Strays {
    private static final int MANY = 500;

    /** A unit's first day and end by what is known, and whether it is in the tree; all null for one that is not known. */
    private static final String LIFE = """
            lateral (
                select min(k.valid_from) as first_day, max(k.valid_to) as end_day,
                       bool_or(k.valid_from <= :asOf and k.valid_to > :asOf) as present
                  from scope.link k
                 where k.unit_id = %s and k.recorded_from <= :knownAt and k.recorded_to > :knownAt)
            """;

    /** Every unit that is not in the tree. */
    private static final String ANYWHERE = """
            array(select one.unit_id
                    from (select distinct l.unit_id from scope.link l
                           where (l.valid_to <= :asOf or l.valid_from > :asOf)
                             and l.recorded_from <= :knownAt and l.recorded_to > :knownAt) one
                   cross join %s life
                   where not life.present)
            """.formatted(LIFE.formatted("one.unit_id"));

    /** Those given. */
    private static final String GIVEN = "cast(:absent as uuid[])";

    /** What is not in the tree and from which one step may lead to one of the units given. */
    private static final String LEADING_THERE = """
            select distinct step.unit_id
              from (
                select l.unit_id from scope.link l
                 where l.parent_id = any (:units) and (l.valid_to <= :asOf or l.valid_from > :asOf)
                   and l.recorded_from <= :knownAt and l.recorded_to > :knownAt
                union all
                select n.predecessor_id from scope.lineage n
                 where n.successor_id = any (:units) and n.recorded_from <= :knownAt and n.recorded_to > :knownAt
                union all
                select n.successor_id from scope.lineage n
                 where n.predecessor_id = any (:units) and n.recorded_from <= :knownAt and n.recorded_to > :knownAt
              ) step
             cross join %s life
             where not life.present
            """.formatted(LIFE.formatted("step.unit_id"));

    /** Units by name: those under the one asked for, and those that are not in the tree. */
    private static final String UNDER_OR_ABSENT =
            """
            select one.unit_id, here.depth is not null as under
              from unnest(cast(:units as uuid[])) one (unit_id)
              left join lateral (
                   select c.depth from scope.closure c
                    where c.unit_id = one.unit_id and c.ancestor_id = :unit and c.valid_from <= :asOf and c.valid_to > :asOf
                      and c.recorded_from <= :knownAt and c.recorded_to > :knownAt
                    limit 1) here on true
             cross join %s life
             where here.depth is not null or not life.present
            """.formatted(LIFE.formatted("case when here.depth is null then one.unit_id end"));

    private final JdbcClient jdbc;

    Strays(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Stray> of(Question question) {
        if (question.among() != null) {
            return among(named(question, question.among()), question);
        }
        return of(question, under(question));
    }

    /** @param under the units under the one asked for, or more than {@link #MANY} of them */
    private List<Stray> of(Question question, List<UUID> under) {
        if (under.size() > MANY || isRoot(question)) {
            return of(question, ANYWHERE, List.of());
        }
        Set<UUID> absent = leadingTo(question, under);
        return absent.isEmpty() ? List.of() : of(question, GIVEN, List.copyOf(absent));
    }

    /** All whose facts belong to the unit asked for, placed or not; empty where they are more than {@link #MANY}. */
    Optional<List<UUID>> inside(Question question) {
        List<UUID> units = under(question);
        return units.size() > MANY
                ? Optional.empty()
                : Optional.of(all(units, of(question, units))).filter(all -> all.size() <= MANY);
    }

    /** The same of units by name. */
    List<UUID> inside(Question question, List<UUID> named) {
        Named found = named(question, named);
        return all(found.under(), among(found, question));
    }

    private record Named(List<UUID> under, List<UUID> absent) {}

    private Named named(Question question, List<UUID> units) {
        Named found = new Named(new ArrayList<>(), new ArrayList<>());
        ask(UNDER_OR_ABSENT, question)
                .param("unit", question.unit())
                .param("units", units.toArray(UUID[]::new))
                .query(row -> {
                    (row.getBoolean(2) ? found.under() : found.absent()).add(row.getObject(1, UUID.class));
                });
        return found;
    }

    private List<Stray> among(Named found, Question question) {
        return found.absent().isEmpty() ? List.of() : of(question, GIVEN, found.absent());
    }

    private static List<UUID> all(List<UUID> under, List<Stray> strays) {
        return Stream.concat(under.stream(), strays.stream().map(Stray::unit)).toList();
    }

    private List<Stray> of(Question question, String which, List<UUID> absent) {
        return ask(
                        "select unit_id, target_id, child_id from reporting.strays(:unit, :asOf, :knownAt, %s)"
                                .formatted(which),
                        question)
                .param("unit", question.unit())
                .param("absent", absent.toArray(UUID[]::new))
                .query((row, _) -> new Stray(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
                .list();
    }

    /** At most one more than {@link #MANY}: of few units it is cheaper to look what leads to them than through all that is not in the tree. */
    private List<UUID> under(Question question) {
        return ask("""
                        select unit_id from scope.closure
                         where ancestor_id = :unit and valid_from <= :asOf and valid_to > :asOf
                           and recorded_from <= :knownAt and recorded_to > :knownAt
                         limit :many
                        """, question)
                .param("unit", question.unit())
                .param("many", MANY + 1)
                .query(UUID.class)
                .list();
    }

    /** A root has what leads nowhere. */
    private boolean isRoot(Question question) {
        return ask("""
                        select exists (select from scope.link
                                        where unit_id = :unit and parent_id is null and valid_from <= :asOf and valid_to > :asOf
                                          and recorded_from <= :knownAt and recorded_to > :knownAt)
                        """, question)
                .param("unit", question.unit())
                .query(Boolean.class)
                .single();
    }

    private Set<UUID> leadingTo(Question question, List<UUID> units) {
        Set<UUID> found = new LinkedHashSet<>();
        List<UUID> last = units;
        while (!last.isEmpty()) {
            last =
                    ask(LEADING_THERE, question)
                            .param("units", last.toArray(UUID[]::new))
                            .query(UUID.class)
                            .list()
                            .stream()
                            .filter(found::add)
                            .toList();
        }
        return found;
    }

    private JdbcClient.StatementSpec ask(String sql, Question question) {
        return jdbc.sql(sql)
                .param("asOf", question.asOf())
                .param("knownAt", question.knownAt().atOffset(ZoneOffset.UTC));
    }
}
