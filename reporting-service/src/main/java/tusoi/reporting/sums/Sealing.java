package tusoi.reporting.sums;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
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

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Watermarks watermarks;
    private final WholeUnit whole;
    private final WholeSums kept;

    Sealing(
            @Loader JdbcClient jdbc,
            @Loader TransactionOperations transaction,
            Watermarks watermarks,
            WholeUnit whole,
            WholeSums kept) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.watermarks = watermarks;
        this.whole = whole;
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
        for (String table : new String[] {"state", "step", "whole_step", "whole", "hop"}) {
            jdbc.sql("delete from reporting.sum_" + table).update();
        }
    }

    /** Whoever has facts to add that were recorded at or before this has to have the sums forgotten. */
    public @Nullable Instant sealedThrough() {
        return state().map(State::sealedThrough).orElse(null);
    }

    private record State(Instant sealedThrough, @Nullable UUID whole) {}

    private Optional<State> state() {
        return jdbc.sql("select sealed_through, whole_unit_id from reporting.sum_state")
                .query((row, _) ->
                        new State(row.getObject(1, OffsetDateTime.class).toInstant(), row.getObject(2, UUID.class)))
                .optional();
    }

    private boolean seal(OffsetDateTime through) {
        Optional<State> state = state();
        OffsetDateTime after = state.map(State::sealedThrough).map(Sums::at).orElse(NOTHING);
        if (!isAnythingRecorded(after, through)) {
            return false;
        }
        boolean further = state.isPresent();
        jdbc.sql("set local work_mem = '128MB'").update();
        changed(after, through);
        steps(further, after, through);
        hops(further, after, through);
        Integer unused = kept.add();
        UUID unit =
                whole.find(after, further, state.map(State::whole).orElse(null)).orElse(null);
        jdbc.sql("""
                        insert into reporting.sum_state (sealed_through, whole_unit_id) values (:through, cast(:unit as uuid))
                        on conflict (only_one) do update
                       set sealed_through = excluded.sealed_through, whole_unit_id = excluded.whole_unit_id
                        """).param("through", through).param("unit", unit).update();
        return true;
    }

    private boolean isAnythingRecorded(OffsetDateTime after, OffsetDateTime through) {
        return jdbc.sql("""
                        select exists (select from reporting.version where recorded_from > :after and recorded_from <= :through)
                        """)
                .param("after", after)
                .param("through", through)
                .query(Boolean.class)
                .single();
    }

    private void changed(OffsetDateTime after, OffsetDateTime through) {
        for (String table : new String[] {"changed", "made", "new"}) {
            jdbc.sql("truncate reporting.sum_" + table).update();
        }
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
                            select distinct :measure, cycle_id, k1, k2 from reporting.sum_made
                                on conflict do nothing
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
        jdbc.sql("""
                        insert into reporting.sum_step (unit_id, series, recorded, day, amount)
                        select unit_id, series, recorded, day, amount from reporting.sum_new order by unit_id, series, recorded, day
                        """).update();
        jdbc.sql("""
                        insert into reporting.sum_whole_step (series, recorded, day, amount)
                        select series, recorded, day, sum(amount) from reporting.sum_new
                         group by series, recorded, day having sum(amount) <> 0 order by series, recorded, day
                        """).update();
    }

    private void hops(boolean onlyChanged, OffsetDateTime after, OffsetDateTime through) {
        jdbc.sql("""
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
