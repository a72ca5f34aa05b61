package tusoi.reporting.sums;

import java.time.OffsetDateTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/**
 * Finds which units each node of many can be asked for without looking where they stand. A unit is settled in a node if it is under it in
 * every tree that ever held it, and everything that it can be placed with where no tree holds it (superiors, those that came before
 * and after it) is settled there too: whatever the tree's day and whatever is known, its facts then belong to the node.
 */
@Component
@EnableConfigurationProperties(SumsProperties.class)
class Nodes {
    /** Both times as a surface: who is under the node to the last corner of its life has two of one size. */
    private static final String SIZE = """
            sum((least(valid_to, date '5000-01-01') - greatest(valid_from, date '0001-01-01'))::numeric
                * extract(epoch from least(recorded_to, timestamptz '5000-01-01')
                                   - greatest(recorded_from, timestamptz '0001-01-01')))
            """;

    /** At some time nothing is known of the unit any more: its founding was taken back. */
    private static final String VANISHED = """
            exists (select from scope.unit_record r
                     where r.unit_id = s.unit_id
                       and not exists (select from scope.unit_version v where v.unit_id = r.unit_id and v.version = r.version))
            """;

    private static final String EARLY = "exists (select from reporting.sum_early e where e.unit_id = s.unit_id)";

    /** What is of no tree belongs to a root, wherever it came from; so a dead end on the way to it matters to nothing but its own facts. */
    private static final String IS_ROOT =
            "not exists (select from scope.link root where root.unit_id = s.node_id and root.parent_id is not null)";

    /** A record of a unit that began or ended what is known of who stands under whom, or of who followed whom; not a name or a kind. */
    private static final String TREE_CHANGED = """
            exists (select from scope.unit_record r
                     where r.recorded_from > %1$s and r.recorded_from <= %2$s
                       and (exists (select from scope.link l
                                     where l.unit_id = r.unit_id and r.recorded_from in (l.recorded_from, l.recorded_to))
                            or exists (select from scope.lineage n
                                        where n.predecessor_id = r.unit_id and r.recorded_from in (n.recorded_from, n.recorded_to))
                            or exists (select from scope.lineage n
                                        where n.successor_id = r.unit_id and r.recorded_from in (n.recorded_from, n.recorded_to))))
            """;

    private final JdbcClient jdbc;
    private final SumsProperties properties;

    Nodes(@Loader JdbcClient jdbc, SumsProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * Looks at all of the tree where that has changed; what a unit's steps sealed so far come to is then taken from a node that it no
     * longer is settled in, and given to one that it is.
     */
    boolean arrange(OffsetDateTime after, boolean further) {
        boolean early = noteEarly(after);
        if (further && !early && !hasChanged(after)) {
            return false;
        }
        noteVanished();
        find();
        settle();
        jdbc.sql("""
                        insert into reporting.sum_moved (unit_id, node_id, sign)
                        select coalesce(old.unit_id, new.unit_id), coalesce(old.node_id, new.node_id),
                               case when old.unit_id is null then 1 else -1 end
                          from reporting.sum_settled old full join reporting.sum_settling new using (unit_id, node_id)
                         where old.unit_id is null or new.unit_id is null
                        """).update();
        jdbc.sql("""
                        delete from reporting.sum_settled old using reporting.sum_moved m
                         where m.sign = -1 and old.unit_id = m.unit_id and old.node_id = m.node_id
                        """).update();
        jdbc.sql("""
                        insert into reporting.sum_settled (unit_id, node_id)
                        select unit_id, node_id from reporting.sum_moved where sign = 1
                        """).update();
        jdbc.sql("analyze reporting.sum_settled").update();
        apart();
        jdbc.sql("""
                        insert into reporting.sum_node_new (node_id, series, recorded, day, amount)
                        select m.node_id, s.series, s.recorded, s.day, sum(m.sign * s.amount)
                          from reporting.sum_moved m join reporting.sum_step s using (unit_id)
                         group by m.node_id, s.series, s.recorded, s.day
                        """).update();
        return true;
    }

    /** @param after SQL of an instant, as {@code through} is */
    static String treeChanged(String after, String through) {
        return TREE_CHANGED.formatted(after, through);
    }

    private boolean hasChanged(OffsetDateTime after) {
        return jdbc.sql("select " + treeChanged(":after", "'infinity'"))
                .param("after", after)
                .query(Boolean.class)
                .single();
    }

    /** Of those that have new steps, or moves; returns whether there were any. */
    private boolean noteEarly(OffsetDateTime after) {
        return jdbc.sql("""
                        insert into reporting.sum_early (unit_id)
                        select distinct s.unit_id
                          from (select unit_id, min(recorded) as since from reporting.sum_new group by unit_id
                                union all
                                select unit_id, recorded from reporting.sum_hop where recorded > :after
                                union all
                                select other_unit_id, recorded from reporting.sum_hop where recorded > :after) s
                         cross join lateral (
                               select min(recorded_from) as since from scope.link l where l.unit_id = s.unit_id) known
                         where known.since is null or known.since > s.since or %s
                            on conflict do nothing
                        """.formatted(VANISHED)).param("after", after).update() > 0;
    }

    /** What had steps or moves when its founding was taken back. */
    private void noteVanished() {
        jdbc.sql("""
                        insert into reporting.sum_early (unit_id)
                        select distinct s.unit_id from scope.unit_record s
                         where %s
                           and (exists (select from reporting.sum_step t where t.unit_id = s.unit_id)
                                or exists (select from reporting.sum_hop h where s.unit_id in (h.unit_id, h.other_unit_id)))
                            on conflict do nothing
                        """.formatted(VANISHED)).update();
    }

    private void find() {
        jdbc.sql("delete from reporting.sum_node").update();
        jdbc.sql("""
                        insert into reporting.sum_node (node_id)
                        select ancestor_id from (select distinct ancestor_id, unit_id from scope.closure) under
                         group by ancestor_id having count(*) > :many
                        """).param("many", properties.nodeUnits()).update();
        jdbc.sql("""
                        insert into reporting.sum_neighbour (unit_id, other_id)
                        select unit_id, parent_id from scope.link where parent_id is not null
                        union
                        select predecessor_id, successor_id from scope.lineage
                        union
                        select successor_id, predecessor_id from scope.lineage
                        """).update();
        jdbc.sql("analyze reporting.sum_neighbour").update();
    }

    private void settle() {
        jdbc.sql("""
                        insert into reporting.sum_settling (unit_id, node_id)
                        with linked as (select unit_id, %1$s as size from scope.link group by unit_id),
                             under as (select c.unit_id, c.ancestor_id, %1$s as size from scope.closure c
                                        where c.ancestor_id in (select node_id from reporting.sum_node)
                                        group by c.unit_id, c.ancestor_id)
                        select under.unit_id, under.ancestor_id from under join linked using (unit_id, size)
                        """.formatted(SIZE)).update();
        jdbc.sql("analyze reporting.sum_settling").update();
        jdbc.sql("delete from reporting.sum_settling s where s.unit_id <> s.node_id and (" + VANISHED + " or " + EARLY
                        + ") and not (" + IS_ROOT + ")")
                .update();
        int gone = 1;
        while (gone > 0) {
            gone = jdbc.sql("""
                            delete from reporting.sum_settling s
                             where s.unit_id <> s.node_id
                               and exists (select from reporting.sum_neighbour n
                                            where n.unit_id = s.unit_id and n.other_id <> s.node_id
                                              and not exists (select from reporting.sum_settling o
                                                               where o.unit_id = n.other_id and o.node_id = s.node_id))
                            """).update();
        }
        jdbc.sql("delete from reporting.sum_settling s where s.unit_id <> s.node_id and " + EARLY)
                .update();
    }

    /** Those that were ever in the node, those from which a way may lead there, and to a root from anywhere; without who is settled. */
    private void apart() {
        jdbc.sql("delete from reporting.sum_apart").update();
        jdbc.sql("""
                        insert into reporting.sum_apart (node_id, unit_id)
                        with recursive near (node_id, unit_id) as (
                            select c.ancestor_id, c.unit_id from scope.closure c
                             where c.ancestor_id in (select node_id from reporting.sum_node)
                            union
                            select near.node_id, n.unit_id
                              from near join reporting.sum_neighbour n on n.other_id = near.unit_id
                        ), root as (
                            select distinct l.unit_id as node_id from scope.link l join reporting.sum_node n on n.node_id = l.unit_id
                             where l.parent_id is null
                        ), possible as (
                            select node_id, unit_id from near
                            union
                            select root.node_id, l.unit_id from root cross join scope.link l
                        )
                        select p.node_id, p.unit_id from possible p
                         where not exists (select from reporting.sum_settled s where s.unit_id = p.unit_id and s.node_id = p.node_id)
                        """).update();
        jdbc.sql("analyze reporting.sum_apart").update();
    }

    /** Which moves by reorganisations may lead into a node or out of it. */
    void border() {
        jdbc.sql("delete from reporting.sum_border").update();
        jdbc.sql("""
                        insert into reporting.sum_border
                               (node_id, unit_id, other_unit_id, on_day, recorded, is_settled, is_other_settled)
                        with concerned as (
                            select s.node_id, h.unit_id, h.other_unit_id, h.on_day, h.recorded
                              from reporting.sum_hop h join reporting.sum_settled s on s.unit_id = h.unit_id
                            union
                            select s.node_id, h.unit_id, h.other_unit_id, h.on_day, h.recorded
                              from reporting.sum_hop h join reporting.sum_settled s on s.unit_id = h.other_unit_id
                            union
                            select s.node_id, h.unit_id, h.other_unit_id, h.on_day, h.recorded
                              from reporting.sum_hop h join reporting.sum_apart s on s.unit_id = h.unit_id
                            union
                            select s.node_id, h.unit_id, h.other_unit_id, h.on_day, h.recorded
                              from reporting.sum_hop h join reporting.sum_apart s on s.unit_id = h.other_unit_id)
                        select c.*, one.unit_id is not null, other.unit_id is not null
                          from concerned c
                          left join reporting.sum_settled one on one.node_id = c.node_id and one.unit_id = c.unit_id
                          left join reporting.sum_settled other on other.node_id = c.node_id and other.unit_id = c.other_unit_id
                         where one.unit_id is null or other.unit_id is null
                        """).update();
    }
}
