package tusoi.reporting.sums;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/** Reads what is sealed. Ask {@link #known} first, and once more in the transaction's last statement. */
@Component
public class Sums {
    private final JdbcClient jdbc;

    Sums(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param arrangement of units in nodes: where it has changed meanwhile, what was read of nodes is of no use
     * @param through up to when what is known then stands in the sums; the instant asked for if nothing was recorded since
     * @param isNode the unit asked for has sums of its own, which hold under every tree that is known at the instant
     */
    public record Sealed(long arrangement, Instant through, boolean isNode) {}

    /** Empty where the facts have to be counted. */
    public Optional<Sealed> known(UUID unit, Instant knownAt) {
        return jdbc.sql("""
                        select arrangement,
                               case when sealed_through < :knownAt
                                     and exists (select from reporting.version v
                                                  where v.recorded_from > sealed_through and v.recorded_from <= :knownAt)
                                    then sealed_through else cast(:knownAt as timestamptz) end,
                               exists (select from reporting.sum_node n where n.node_id = :unit)
                               and not exists (select from scope.unit_record r
                                                where r.recorded_from > sealed_through and r.recorded_from <= :knownAt)
                          from reporting.sum_state
                        """)
                .param("unit", unit)
                .param("knownAt", at(knownAt))
                .query((row, _) -> new Sealed(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getBoolean(3)))
                .optional();
    }

    /** @param cycle null for what is of no cycle */
    public List<Series> series(SumMeasure measure, @Nullable UUID cycle) {
        return jdbc.sql("""
                        select series, k1, k2 from reporting.sum_series
                         where measure = :measure and cycle_id is not distinct from cast(:cycle as uuid)
                        """)
                .param("measure", measure.name())
                .param("cycle", cycle)
                .query((row, _) -> new Series(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The units that may stand in a node or elsewhere; at most so many. */
    public List<UUID> apart(UUID node, int limit) {
        return jdbc.sql("select unit_id from reporting.sum_apart where node_id = :node limit :limit")
                .param("node", node)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** The sum of all units settled in a node, on a day as sealed through an instant, by series; those that are nothing are left out. */
    public Map<Integer, Long> node(UUID node, List<Integer> series, LocalDate day, Instant through) {
        Map<Integer, Long> sums = new HashMap<>();
        jdbc.sql("""
                        select asked.series,
                               coalesce(kept.sums[width_bucket(:day - date '2000-01-01', kept.days)], 0) + later.amount
                          from unnest(cast(:series as int[])) as asked (series)
                          left join lateral (
                               select w.recorded, w.days, w.sums from reporting.sum_node_sum w
                                where w.node_id = :node and w.series = asked.series and w.recorded <= :through
                                order by w.recorded desc limit 1) kept on true
                         cross join lateral (
                               select coalesce(sum(s.amount), 0) as amount from reporting.sum_node_step s
                                where s.node_id = :node and s.series = asked.series
                                  and s.recorded > coalesce(kept.recorded, '-infinity')
                                  and s.recorded <= :through and s.day <= :day) later
                        """)
                .param("node", node)
                .param("series", series.toArray(Integer[]::new))
                .param("day", day)
                .param("through", at(through))
                .query(row -> {
                    long sum = row.getLong(2);
                    if (sum != 0) {
                        sums.put(row.getInt(1), sum);
                    }
                });
        return sums;
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
