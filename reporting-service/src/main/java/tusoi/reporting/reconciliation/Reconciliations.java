package tusoi.reporting.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/**
 * What was compared and what differed, of the units where an account may read the audit trail. How many were disciplined or removed in a
 * unit is for who may read cases there; others are told that the numbers differ.
 */
@Component
class Reconciliations {
    private final JdbcClient jdbc;

    Reconciliations(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One counting of one service.
     *
     * @param countedAt facts were compared as known then
     * @param onDay the day whose state was counted
     * @param lines numbers that the service told
     * @param differences of them, or of the facts, in the caller's units
     */
    record ReconciliationView(
            UUID id,
            String producer,
            Instant countedAt,
            LocalDate onDay,
            Instant comparedAt,
            int lines,
            int differences) {}

    /**
     * @param n the difference's place in its list
     * @param unit of record
     * @param key what is told apart; null, as the numbers are, where the caller may not read cases at the unit
     * @param counted by the service, of its own books
     * @param facts by reporting, of what it was told
     */
    record DifferenceView(
            int n,
            UUID unit,
            @Nullable String code,
            String what,
            @Nullable String key,
            @Nullable Long counted,
            @Nullable Long facts) {}

    boolean mayRead(UUID account) {
        return jdbc.sql("select exists (select from scope.covered(:account, 'AUDIT_READ') union all"
                        + " select from scope.covered(:account, 'CASE_READ'))")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** The latest first. */
    List<ReconciliationView> list(UUID account, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        with audited as materialized (select u from scope.covered(:account, 'AUDIT_READ') u),
                             cases as materialized (select u from scope.covered(:account, 'CASE_READ') u)
                        select r.*, (select count(*) from reporting.reconciliation_difference d
                                      where d.counting_id = r.counting_id
                                        and (d.unit_id in (select u from audited)
                                             or d.what in ('decision', 'removal') and d.unit_id in (select u from cases))) as seen
                          from reporting.reconciliation r
                         where cast(:before as uuid) is null or r.counting_id < :before
                         order by r.counting_id desc limit :limit
                        """)
                .param("account", account)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new ReconciliationView(
                        row.getObject("counting_id", UUID.class),
                        row.getString("producer"),
                        row.getObject("counted_at", OffsetDateTime.class).toInstant(),
                        row.getObject("on_day", LocalDate.class),
                        row.getObject("compared_at", OffsetDateTime.class).toInstant(),
                        row.getInt("lines"),
                        row.getInt("seen")))
                .list();
    }

    boolean isThere(UUID id) {
        return jdbc.sql("select exists (select from reporting.reconciliation where counting_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    List<DifferenceView> differences(UUID account, UUID id, long after, int limit) {
        return jdbc.sql("""
                        with audited as materialized (select u from scope.covered(:account, 'AUDIT_READ') u),
                             cases as materialized (select u from scope.covered(:account, 'CASE_READ') u)
                        select d.*, d.what not in ('decision', 'removal') or d.unit_id in (select u from cases) as open,
                               (select v.code from scope.unit_version v where v.unit_id = d.unit_id
                                      order by v.version desc, v.valid_from desc limit 1) as code
                          from reporting.reconciliation_difference d
                         where d.counting_id = :id and d.n > :after
                           and (d.unit_id in (select u from audited)
                                or d.what in ('decision', 'removal') and d.unit_id in (select u from cases))
                         order by d.n limit :limit
                        """)
                .param("account", account)
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new DifferenceView(
                        row.getInt("n"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("code"),
                        row.getString("what"),
                        row.getBoolean("open") ? row.getString("key") : null,
                        row.getBoolean("open") ? row.getObject("counted", Long.class) : null,
                        row.getBoolean("open") ? row.getObject("facts", Long.class) : null))
                .list();
    }
}
