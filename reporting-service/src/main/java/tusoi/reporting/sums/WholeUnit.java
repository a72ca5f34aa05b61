package tusoi.reporting.sums;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/**
 * Finds the unit that every fact belongs to whatever the tree's day and whatever is known: the only root there ever was, with everything
 * under it at all times that it is known of, and no fact of a unit, nor anybody moved to one, before that unit was known. So the sum of
 * all units is that unit's, and no walk has to show it.
 */
@Component
class WholeUnit {
    private final JdbcClient jdbc;

    WholeUnit(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Looks at all of the tree where that has changed, and at the steps and moves recorded since.
     *
     * @param before what was found up to then, null where there was none: there is none for good, then
     */
    Optional<UUID> find(OffsetDateTime after, boolean further, @Nullable UUID before) {
        if (further && (before == null || !hasChanged(after))) {
            return Optional.ofNullable(before).filter(_ -> isKnownBefore(after));
        }
        return onlyRoot().filter(root -> holdsAll(root) && isKnownBefore(after));
    }

    private boolean hasChanged(OffsetDateTime after) {
        return jdbc.sql("select exists (select from scope.unit_record where recorded_from > :after)")
                .param("after", after)
                .query(Boolean.class)
                .single();
    }

    private Optional<UUID> onlyRoot() {
        var roots = jdbc.sql("select distinct unit_id from scope.link where parent_id is null")
                .query(UUID.class)
                .list();
        return roots.size() == 1 ? Optional.of(roots.getFirst()) : Optional.empty();
    }

    /** Both times as a surface: a unit's links are under the root to their last corner if the two surfaces are of one size. */
    private boolean holdsAll(UUID root) {
        String size = """
                sum((least(valid_to, date '5000-01-01') - greatest(valid_from, date '0001-01-01'))::numeric
                    * extract(epoch from least(recorded_to, timestamptz '5000-01-01')
                                       - greatest(recorded_from, timestamptz '0001-01-01')))
                """;
        return jdbc.sql("""
                        with linked as (select unit_id, %1$s as size from scope.link group by unit_id),
                             under as (select unit_id, %1$s as size from scope.closure where ancestor_id = :root group by unit_id)
                        select not exists (
                                   select from linked left join under using (unit_id) where linked.size is distinct from under.size)
                           and not exists (select from scope.link where unit_id = :root and parent_id is not null)
                        """.formatted(size))
                .param("root", root)
                .query(Boolean.class)
                .single();
    }

    private boolean isKnownBefore(OffsetDateTime after) {
        return jdbc.sql("""
                        with known as (select unit_id, min(recorded_from) as since from scope.link group by unit_id),
                             used as (
                                select unit_id, min(recorded) as since from reporting.sum_new group by unit_id
                                union all
                                select unit_id, recorded from reporting.sum_hop where recorded > :after
                                union all
                                select other_unit_id, recorded from reporting.sum_hop where recorded > :after)
                        select not exists (
                                   select from used left join known using (unit_id)
                                    where known.since is null or known.since > used.since)
                           and not exists (
                                   select from scope.unit_record r
                                    where not exists (select from scope.unit_version v
                                                       where v.unit_id = r.unit_id and v.version = r.version)
                                      and (exists (select from reporting.sum_step s where s.unit_id = r.unit_id)
                                           or exists (select from reporting.sum_hop h where r.unit_id in (h.unit_id, h.other_unit_id))))
                        """).param("after", after).query(Boolean.class).single();
    }
}
