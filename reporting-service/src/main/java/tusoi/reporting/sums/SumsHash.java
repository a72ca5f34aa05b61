package tusoi.reporting.sums;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.persistence.Loader;

/** Digests of the steps as they are kept and as they would be made of the facts of today: equal digests, equal sums. */
@Component
public class SumsHash {
    private static final String DIGEST = """
            select count(*) || ' ' || coalesce(sum(hashtextextended(
                       concat_ws('|', kind, unit_id, measure, coalesce(cycle_id::text, '-'), coalesce(k1, '-'),
                                 coalesce(k2, '-'), extract(epoch from recorded), day, amount), 0)::numeric), 0)
              from (%s) step
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    SumsHash(@Loader JdbcClient jdbc, @Loader TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * @param sealedThrough null where there are no sums
     * @param stored number and digest of the steps kept, of each unit and of each node
     * @param derived the same of the facts
     */
    public record SumsHashView(@Nullable Instant sealedThrough, String stored, String derived) {}

    public SumsHashView compute() {
        SumsHashView view = transaction.execute(_ -> {
            OffsetDateTime through = jdbc.sql("select max(sealed_through) from reporting.sum_state")
                    .query((row, _) -> row.getObject(1, OffsetDateTime.class))
                    .optional()
                    .orElse(null);
            if (through == null) {
                return new SumsHashView(null, "", "");
            }
            return new SumsHashView(through.toInstant(), stored(), derived(through));
        });
        return view == null ? new SumsHashView(null, "", "") : view;
    }

    private String stored() {
        return jdbc.sql(DIGEST.formatted("""
                        select 'unit' as kind, s.unit_id, g.measure, g.cycle_id, g.k1, g.k2, s.recorded, s.day, s.amount::bigint as amount
                          from reporting.sum_step s join reporting.sum_series g using (series)
                        union all
                        select 'node', s.node_id, g.measure, g.cycle_id, g.k1, g.k2, s.recorded, s.day, s.amount
                          from reporting.sum_node_step s join reporting.sum_series g using (series)
                        """)).query(String.class).single();
    }

    private String derived(OffsetDateTime through) {
        String steps = Arrays.stream(SumMeasure.values())
                .map(measure ->
                        "select '" + measure.name() + "' as measure, made.* from (" + measure.steps(false) + ") made")
                .collect(Collectors.joining(" union all "));
        return jdbc.sql("with made as (" + steps + ")" + DIGEST.formatted("""
                        select 'unit' as kind, unit_id, measure, cycle_id, k1, k2, recorded, day, sum(amount) as amount
                          from made group by unit_id, measure, cycle_id, k1, k2, recorded, day having sum(amount) <> 0
                        union all
                        select 'node', node_id, measure, cycle_id, k1, k2, recorded, day, sum(amount)
                          from made join reporting.sum_settled using (unit_id)
                         group by node_id, measure, cycle_id, k1, k2, recorded, day having sum(amount) <> 0
                        """))
                .param("after", Sealing.NOTHING)
                .param("through", through)
                .query(String.class)
                .single();
    }
}
