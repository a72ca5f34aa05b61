package tusoi.reporting.sums;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/** What was recorded since the last sealing, as steps: few, so an answer as of now need not wait for the next. */
@Component
public class Recent {
    private static final int CHANGED_AT_MOST = 2_000;

    private final JdbcClient jdbc;

    Recent(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit's step by a day; of one series. */
    public record Step(
            UUID unit, @Nullable String k1, @Nullable String k2, LocalDate day, int amount) {}

    /**
     * Whose facts have changed in between. Empty where they are too many, or where a reorganisation took somebody: whom, the sums do
     * not know yet.
     */
    public Optional<List<UUID>> changed(Instant after, Instant through) {
        List<UUID> changed = jdbc.sql("""
                        select distinct aggregate_id from reporting.version
                         where recorded_from > :after and recorded_from <= :through limit :limit
                        """)
                .param("after", Sums.at(after))
                .param("through", Sums.at(through))
                .param("limit", CHANGED_AT_MOST + 1)
                .query(UUID.class)
                .list();
        return changed.size() > CHANGED_AT_MOST || isAnybodyTaken(changed, after, through)
                ? Optional.empty()
                : Optional.of(changed);
    }

    private boolean isAnybodyTaken(List<UUID> changed, Instant after, Instant through) {
        return jdbc.sql("""
                        select exists (select from reporting.movement
                                        where aggregate_id = any (:changed) and reorganisation_id is not null
                                          and recorded_from > :after and recorded_from <= :through)
                        """)
                .param("changed", changed.toArray(UUID[]::new))
                .param("after", Sums.at(after))
                .param("through", Sums.at(through))
                .query(Boolean.class)
                .single();
    }

    /** @param cycle null for what is of no cycle */
    public List<Step> steps(
            SumMeasure measure, @Nullable UUID cycle, List<UUID> changed, Instant after, Instant through) {
        return jdbc.sql("select unit_id, k1, k2, day, sum(amount)::int from (" + measure.stepsOf("= any (:changed)")
                        + """
                        ) step where cycle_id is not distinct from cast(:cycle as uuid)
                         group by unit_id, k1, k2, day having sum(amount) <> 0
                        """)
                .param("changed", changed.toArray(UUID[]::new))
                .param("after", Sums.at(after))
                .param("through", Sums.at(through))
                .param("cycle", cycle)
                .query((row, _) -> new Step(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getInt(5)))
                .list();
    }

    /** Those of the units that were settled in a node, and known, when that was sealed. */
    public Set<UUID> settled(UUID node, Set<UUID> units, Instant sealedThrough) {
        return new HashSet<>(jdbc.sql("""
                        select s.unit_id from reporting.sum_settled s
                         where s.node_id = :node and s.unit_id = any (:units)
                           and exists (select from scope.link l where l.unit_id = s.unit_id and l.recorded_from <= :through)
                        """)
                .param("node", node)
                .param("units", units.toArray(UUID[]::new))
                .param("through", Sums.at(sealedThrough))
                .query(UUID.class)
                .list());
    }
}
