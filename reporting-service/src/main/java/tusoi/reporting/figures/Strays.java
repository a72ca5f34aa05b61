package tusoi.reporting.figures;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/**
 * Finds the units that are not in the tree of the day asked for but whose facts belong to the unit asked for. An ended unit's
 * facts follow it into its one successor, a later unit's go back to its one predecessor. What leads nowhere that way (a split, a
 * merger that had not happened yet, an end without successor) is unplaced where it stood under the unit on its last day in the
 * span. Members' own ways through a split or back before a merger are not followed yet.
 */
@Component
class Strays {
    private final JdbcClient jdbc;

    Strays(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Stray> of(Question question) {
        return jdbc.sql("""
                        with recursive alive as not materialized (
                            select unit_id, ancestor_id from scope.closure
                             where valid_from <= :asOf and valid_to > :asOf
                               and recorded_from <= :knownAt and recorded_to > :knownAt
                        ), line as (
                            select distinct predecessor_id, successor_id from scope.lineage
                             where recorded_from <= :knownAt and recorded_to > :knownAt
                        ), step as (
                            select predecessor_id as unit_id, max(successor_id::text)::uuid as next_id
                              from line group by predecessor_id having count(*) = 1
                            union all
                            select successor_id, max(predecessor_id::text)::uuid
                              from line group by successor_id having count(*) = 1
                        ), gone as (
                            select step.unit_id, step.next_id from step
                             where not exists (select from alive
                                                where alive.unit_id = step.unit_id and alive.ancestor_id = step.unit_id)
                        ), walk as (
                            select unit_id, next_id, array[unit_id] as passed from gone
                            union all
                            select walk.unit_id, gone.next_id, walk.passed || gone.unit_id
                              from walk join gone on gone.unit_id = walk.next_id
                             where not gone.unit_id = any (walk.passed)
                        ), placed as (
                            select walk.unit_id, min(walk.next_id::text)::uuid as target_id
                              from walk
                              join alive on alive.unit_id = walk.next_id and alive.ancestor_id = walk.next_id
                             group by walk.unit_id
                        )
                        select placed.unit_id, placed.target_id
                          from placed
                          join alive on alive.unit_id = placed.target_id and alive.ancestor_id = :unit
                        union all
                        select distinct was.unit_id, null::uuid
                          from scope.closure was
                         where was.ancestor_id = :unit and was.valid_from <= :to
                           and was.recorded_from <= :knownAt and was.recorded_to > :knownAt
                           and not exists (select from alive
                                            where alive.unit_id = was.unit_id and alive.ancestor_id = was.unit_id)
                           and not exists (select from placed where placed.unit_id = was.unit_id)
                           and not exists (select from scope.closure later
                                            where later.unit_id = was.unit_id and later.ancestor_id = was.unit_id
                                              and later.recorded_from <= :knownAt and later.recorded_to > :knownAt
                                              and later.valid_from <= :to
                                              and least(later.valid_to, cast(:to as date) + 1) > was.valid_to)
                         order by 1
                        """)
                .param("unit", question.unit())
                .param("to", question.to())
                .param("asOf", question.asOf())
                .param("knownAt", question.knownAt().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Stray(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }
}
