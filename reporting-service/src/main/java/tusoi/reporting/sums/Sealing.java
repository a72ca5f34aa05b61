package tusoi.reporting.sums;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.inbox.Watermarks;
import tusoi.platform.persistence.Loader;

/**
 * Adds to the sums what has become complete since. All that was recorded through the watermark has come and is never changed, so a step
 * that is in the sums is never written again.
 */
@Component
public class Sealing {
    static final OffsetDateTime NOTHING = OffsetDateTime.parse("-4000-01-01T00:00:00Z");

    private static final List<String> KEPT =
            List.of("state", "step", "node", "settled", "apart", "early", "node_step", "node_sum", "hop", "border");

    private static final List<String> WORKED_ON =
            List.of("changed", "new", "node_new", "neighbour", "settling", "moved");

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Watermarks watermarks;
    private final Nodes nodes;
    private final NodeSums kept;

    Sealing(
            @Loader JdbcClient jdbc,
            @Loader TransactionOperations transaction,
            Watermarks watermarks,
            Nodes nodes,
            NodeSums kept) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.watermarks = watermarks;
        this.nodes = nodes;
        this.kept = kept;
    }

    /** Returns whether there was anything to add. */
    public boolean seal() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            oneAtATime();
            Instant through = watermarks.completeThrough();
            return !through.equals(Instant.EPOCH) && seal(Sums.at(through));
        }));
    }

    /** Sealing and forgetting: what one has not yet committed the other would not see. */
    private void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('tusoi.reporting.sums'))")
                .query()
                .singleRow();
    }

    /** The sums are to be made anew: facts have come that were recorded before what was sealed, or all were thrown away. */
    public void forget() {
        oneAtATime();
        for (String table : KEPT) {
            jdbc.sql("delete from reporting.sum_" + table).update();
        }
    }

    /**
     * Has the sums made anew where one of these was recorded before what is sealed: nothing comes so but what somebody put back by hand.
     *
     * @param recorded when what is being added was recorded
     */
    public void noteAdded(Stream<Instant> recorded) {
        Instant earliest = recorded.min(Instant::compareTo).orElse(Instant.MAX);
        if (earliest.isAfter(watermarks.completeThrough()) && isAfterSealed(earliest)) {
            return;
        }
        oneAtATime(); // who seals at this moment would not see what is being added
        if (!isAfterSealed(earliest)) {
            forget();
        }
    }

    private boolean isAfterSealed(Instant recorded) {
        Instant sealed = sealedThrough();
        return sealed == null || recorded.isAfter(sealed);
    }

    private @Nullable Instant sealedThrough() {
        return jdbc.sql("select sealed_through from reporting.sum_state")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElse(null);
    }

    private boolean seal(OffsetDateTime through) {
        Instant before = sealedThrough();
        boolean further = before != null;
        OffsetDateTime after = before == null ? NOTHING : Sums.at(before);
        if (!isAnythingRecorded(after, through)) {
            return false;
        }
        jdbc.sql("set local work_mem = '128MB'").update();
        changed(after, through);
        steps(further, after, through);
        boolean moves = hops(further, after, through) > 0;
        boolean arranged = nodes.arrange(after, further);
        if (arranged || moves) {
            nodes.border();
        }
        keep();
        kept.add();
        for (String table : WORKED_ON) {
            jdbc.sql("truncate reporting.sum_" + table).update();
        }
        jdbc.sql("""
                        insert into reporting.sum_state (sealed_through) values (:through)
                        on conflict (only_one) do update
                       set sealed_through = excluded.sealed_through,
                           arrangement = case when :arranged then nextval('reporting.sum_arrangement')
                                              else sum_state.arrangement end
                        """).param("through", through).param("arranged", arranged).update();
        return true;
    }

    private boolean isAnythingRecorded(OffsetDateTime after, OffsetDateTime through) {
        return jdbc.sql("""
                        select exists (select from reporting.version where recorded_from > :after and recorded_from <= :through)
                            or exists (select from scope.unit_record where recorded_from > :after and recorded_from <= :through)
                        """)
                .param("after", after)
                .param("through", through)
                .query(Boolean.class)
                .single();
    }

    private void changed(OffsetDateTime after, OffsetDateTime through) {
        if (after.isAfter(NOTHING)) {
            jdbc.sql("""
                            insert into reporting.sum_changed
                            select distinct aggregate_id from reporting.version
                             where recorded_from > :after and recorded_from <= :through
                            """).param("after", after).param("through", through).update();
            jdbc.sql("analyze reporting.sum_changed").update();
        }
    }

    private void steps(boolean onlyChanged, OffsetDateTime after, OffsetDateTime through) {
        for (SumMeasure measure : SumMeasure.values()) {
            String steps = measure.steps(onlyChanged);
            jdbc.sql("insert into reporting.sum_made select unit_id, cycle_id, k1, k2, recorded, day,"
                            + " sum(amount)::int as amount from (" + steps
                            + ") step group by unit_id, cycle_id, k1, k2, recorded, day having sum(amount) <> 0")
                    .param("after", after)
                    .param("through", through)
                    .update();
            jdbc.sql("""
                            insert into reporting.sum_series (measure, cycle_id, k1, k2)
                            select distinct :measure, m.cycle_id, m.k1, m.k2 from reporting.sum_made m
                             where not exists (select from reporting.sum_series s
                                                where s.measure = :measure and s.cycle_id is not distinct from m.cycle_id
                                                  and s.k1 is not distinct from m.k1 and s.k2 is not distinct from m.k2)
                            """).param("measure", measure.name()).update();
            jdbc.sql("""
                            insert into reporting.sum_new
                            select m.unit_id, s.series, m.recorded, m.day, m.amount
                              from reporting.sum_made m
                              join reporting.sum_series s
                                on s.measure = :measure and s.cycle_id is not distinct from m.cycle_id
                               and s.k1 is not distinct from m.k1 and s.k2 is not distinct from m.k2
                            """).param("measure", measure.name()).update();
            jdbc.sql("truncate reporting.sum_made").update();
        }
        jdbc.sql("analyze reporting.sum_new").update();
    }

    private void keep() {
        jdbc.sql("""
                        insert into reporting.sum_node_new (node_id, series, recorded, day, amount)
                        select n.node_id, s.series, s.recorded, s.day, sum(s.amount)
                          from reporting.sum_new s join reporting.sum_settled n using (unit_id)
                         group by n.node_id, s.series, s.recorded, s.day
                        """).update();
        jdbc.sql("""
                        insert into reporting.sum_step (unit_id, series, recorded, day, amount)
                        select unit_id, series, recorded, day, amount from reporting.sum_new order by unit_id, series, recorded, day
                        """).update();
    }

    private int hops(boolean onlyChanged, OffsetDateTime after, OffsetDateTime through) {
        return jdbc.sql("""
                        insert into reporting.sum_hop as hop (unit_id, other_unit_id, on_day, recorded)
                        select m.unit_id, m.other_unit_id, m.on_day, min(m.recorded_from)
                          from reporting.movement m %s
                         where m.reorganisation_id is not null and m.unit_id is not null and m.other_unit_id is not null
                           and m.recorded_from > :after and m.recorded_from <= :through
                         group by m.unit_id, m.other_unit_id, m.on_day
                            on conflict (unit_id, other_unit_id, on_day) do nothing
                        """.formatted(onlyChanged ? "join reporting.sum_changed using (aggregate_id)" : ""))
                .param("after", after)
                .param("through", through)
                .update();
    }
}
