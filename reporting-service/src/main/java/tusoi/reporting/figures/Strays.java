package tusoi.reporting.figures;

import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/**
 * Finds the units that are not in the tree of the day asked for but whose facts belong to the unit asked for. A unit that has ended
 * by then is followed to those that came after it on the day of its end, one that has not begun yet back to those that it came from
 * on its first day, and so on until units of the tree are reached; where nobody is linked on that day, its superior of then is taken
 * instead. What leads along links to one unit only is placed there. Else it belongs to all units that all of these stand under, and
 * is placed in none: so every sum is equal.
 *
 * <p>A limit of one row keeps each look at the tree a look by its index: the planner expects a walk to reach thousands of units, and would
 * read all links, and all that is under a province, to find out about two.
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
            absent (unit_id) as (
                select one.unit_id
                  from (select distinct l.unit_id from scope.link l
                         where (l.valid_to <= :asOf or l.valid_from > :asOf)
                           and l.recorded_from <= :knownAt and l.recorded_to > :knownAt) one
                 cross join %s life
                 where not life.present
            )
            """.formatted(LIFE.formatted("one.unit_id"));

    /** Those given. */
    private static final String GIVEN = "absent (unit_id) as (select unnest(cast(:absent as uuid[])))";

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

    private static final String STRAYS = """
            with recursive %s, walk (unit_id, at_id, linked) as (
                select absent.unit_id, absent.unit_id, true from absent
                union
                select walk.unit_id, step.next_id, walk.linked and step.linked
                  from walk
                 cross join %s life
                 cross join lateral (
                    with followed as (
                        select n.successor_id as next_id from scope.lineage n
                         where n.predecessor_id = walk.at_id and n.on_day = life.end_day and life.end_day <= :asOf
                           and n.recorded_from <= :knownAt and n.recorded_to > :knownAt
                        union
                        select n.predecessor_id from scope.lineage n
                         where n.successor_id = walk.at_id and n.on_day = life.first_day and life.first_day > :asOf
                           and n.recorded_from <= :knownAt and n.recorded_to > :knownAt
                    )
                    select followed.next_id, true as linked from followed
                    union all
                    select k.parent_id, false from scope.link k
                     where k.unit_id = walk.at_id and k.recorded_from <= :knownAt and k.recorded_to > :knownAt
                       and case when life.end_day <= :asOf then k.valid_to = life.end_day
                                else k.valid_from = life.first_day end
                       and k.parent_id is not null and not exists (select from followed)
                 ) step
                 where not life.present
            ), reached as (
                select walk.unit_id, walk.at_id, bool_and(walk.linked) as linked
                  from walk
                 cross join lateral (
                    select from scope.link k
                     where k.unit_id = walk.at_id and k.valid_from <= :asOf and k.valid_to > :asOf
                       and k.recorded_from <= :knownAt and k.recorded_to > :knownAt
                     limit 1) present
                 group by walk.unit_id, walk.at_id
            )
            select reached.unit_id,
                   case when count(*) = 1 and bool_and(reached.linked) then min(reached.at_id::text)::uuid end,
                   case when count(child.ancestor_id) = count(*) and count(distinct child.ancestor_id) = 1
                        then min(child.ancestor_id::text)::uuid end
              from reached
              left join lateral (
                    select c.unit_id, c.depth from scope.closure c
                     where c.unit_id = reached.at_id and c.ancestor_id = :unit
                       and c.valid_from <= :asOf and c.valid_to > :asOf
                       and c.recorded_from <= :knownAt and c.recorded_to > :knownAt
                     limit 1) here on true
              left join scope.closure child
                on child.unit_id = reached.at_id and child.depth = here.depth - 1
               and child.valid_from <= :asOf and child.valid_to > :asOf
               and child.recorded_from <= :knownAt and child.recorded_to > :knownAt
             group by reached.unit_id
            having count(here.unit_id) = count(*)
            union all
            select absent.unit_id, null, null
              from absent
             where not exists (select from reached where reached.unit_id = absent.unit_id)
               and exists (select from scope.link known
                            where known.unit_id = :unit and known.parent_id is null
                              and known.valid_from <= :asOf and known.valid_to > :asOf
                             and known.recorded_from <= :knownAt and known.recorded_to > :knownAt)
             order by 1
            """;

    private final JdbcClient jdbc;

    Strays(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Stray> of(Question question) {
        if (question.among() != null) {
            List<UUID> absent = absent(question, question.among());
            return absent.isEmpty() ? List.of() : of(question, GIVEN, absent);
        }
        List<UUID> under = under(question);
        if (under.size() > MANY || isRoot(question)) {
            return of(question, ANYWHERE, List.of());
        }
        Set<UUID> absent = leadingTo(question, under);
        return absent.isEmpty() ? List.of() : of(question, GIVEN, List.copyOf(absent));
    }

    private List<Stray> of(Question question, String which, List<UUID> absent) {
        return ask(STRAYS.formatted(which, LIFE.formatted("walk.at_id")), question)
                .param("unit", question.unit())
                .param("absent", absent.toArray(UUID[]::new))
                .query((row, _) -> new Stray(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
                .list();
    }

    private List<UUID> absent(Question question, List<UUID> units) {
        return ask("""
                        select one.unit_id from unnest(cast(:units as uuid[])) one (unit_id) cross join %s life where not life.present
                        """.formatted(LIFE.formatted("one.unit_id")), question)
                .param("units", units.toArray(UUID[]::new))
                .query(UUID.class)
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
