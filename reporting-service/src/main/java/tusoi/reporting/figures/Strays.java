package tusoi.reporting.figures;

import java.time.ZoneOffset;
import java.util.List;
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
 */
@Component
class Strays {
    private final JdbcClient jdbc;

    Strays(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Stray> of(Question question) {
        return jdbc.sql("""
                        with recursive known as (
                            select unit_id, parent_id, valid_from, valid_to from scope.link
                             where recorded_from <= :knownAt and recorded_to > :knownAt
                        ), absent as (
                            select unit_id, min(valid_from) as first_day, max(valid_to) as end_day
                              from known
                             group by unit_id
                            having not bool_or(valid_from <= :asOf and valid_to > :asOf)
                        ), line as (
                            select predecessor_id, successor_id, on_day from scope.lineage
                             where recorded_from <= :knownAt and recorded_to > :knownAt
                        ), followed as (
                            select absent.unit_id, line.successor_id as next_id
                              from absent
                              join line on line.predecessor_id = absent.unit_id and line.on_day = absent.end_day
                             where absent.end_day <= :asOf
                            union
                            select absent.unit_id, line.predecessor_id
                              from absent
                              join line on line.successor_id = absent.unit_id and line.on_day = absent.first_day
                             where absent.first_day > :asOf
                        ), step as (
                            select unit_id, next_id, true as linked from followed
                            union all
                            select absent.unit_id, known.parent_id, false
                              from absent
                              join known on known.unit_id = absent.unit_id
                               and case when absent.end_day <= :asOf then known.valid_to = absent.end_day
                                        else known.valid_from = absent.first_day end
                             where known.parent_id is not null
                               and not exists (select from followed where followed.unit_id = absent.unit_id)
                        ), walk as (
                            select unit_id, next_id as at_id, linked from step
                            union
                            select walk.unit_id, step.next_id, walk.linked and step.linked
                              from walk join step on step.unit_id = walk.at_id
                        ), reached as (
                            select walk.unit_id, walk.at_id, bool_and(walk.linked) as linked
                              from walk
                              join known on known.unit_id = walk.at_id and known.valid_from <= :asOf and known.valid_to > :asOf
                             group by walk.unit_id, walk.at_id
                        )
                        select reached.unit_id,
                               case when count(*) = 1 and bool_and(reached.linked) then min(reached.at_id::text)::uuid end,
                               case when count(child.ancestor_id) = count(*) and count(distinct child.ancestor_id) = 1
                                    then min(child.ancestor_id::text)::uuid end
                          from reached
                          left join scope.closure here
                            on here.unit_id = reached.at_id and here.ancestor_id = :unit
                           and here.valid_from <= :asOf and here.valid_to > :asOf
                           and here.recorded_from <= :knownAt and here.recorded_to > :knownAt
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
                           and exists (select from known
                                        where known.unit_id = :unit and known.parent_id is null
                                          and known.valid_from <= :asOf and known.valid_to > :asOf)
                         order by 1
                        """)
                .param("unit", question.unit())
                .param("asOf", question.asOf())
                .param("knownAt", question.knownAt().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Stray(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
                .list();
    }
}
