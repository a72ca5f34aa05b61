package tusoi.reporting.rebuild;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.audit.Audit;
import tusoi.platform.inbox.ShadowInbox;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.problems.ProblemException;
import tusoi.reporting.facts.FactTables;
import tusoi.reporting.rebuild.RebuildRun.State;
import tusoi.reporting.sums.Sealing;

/**
 * Puts the shadow in the place of what serves, in one transaction: either all of it or nothing. It takes names, not rows; only of the
 * tree, which views and functions are bound to, the rows that differ are written.
 */
@Component
class Switch {
    private static final Duration CATCH_UP = Duration.ofSeconds(10);
    private static final Duration OTHERS = Duration.ofSeconds(5);

    private final JdbcClient request;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final RebuildRuns runs;
    private final Sealing sums;
    private final ShadowInbox shadow;
    private final Audit audit;

    Switch(
            JdbcClient request,
            @Loader JdbcClient jdbc,
            @Loader TransactionOperations transaction,
            RebuildRuns runs,
            Sealing sums,
            ShadowInbox shadow,
            @Loader Audit audit) {
        this.request = request;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.runs = runs;
        this.sums = sums;
        this.shadow = shadow;
        this.audit = audit;
    }

    /** 409 unless one waits for this word; 503 where it cannot be done now, and nothing has changed. */
    UUID run(UUID by) {
        analyze();
        return transaction.execute(_ -> {
            RebuildRun run = runs.lockOpen().orElseThrow(Rebuild::noneRuns);
            if (run.state() != State.DIFFERENT) {
                throw ProblemException.wrongState("The rebuild has not caught up yet");
            }
            // Before tables are held that tell who it is.
            audit.changed("reporting.rebuild-switched", "rebuild", run.id(), null, null, run.differences(), null);
            exchange();
            runs.end(run.id(), State.SWITCHED, by);
            return run.id();
        });
    }

    private void analyze() {
        if (runs.open().filter(run -> run.state() == State.DIFFERENT).isPresent()) {
            jdbc.sql("select reporting.shadow_analyze(?)")
                    .param(facts())
                    .query((_, _) -> true)
                    .list();
        }
    }

    private void exchange() {
        jdbc.sql("set local lock_timeout = '5s'").update();
        sums.forget(); // first: whoever seals is waited for before anything else is held
        hold("platform");
        waitFor(CATCH_UP, this::hasPassed);
        hold("shadow_platform");
        OffsetDateTime held =
                jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
        int own = request.sql("select pg_backend_pid()").query(Integer.class).single();
        waitFor(OTHERS, () -> isNobodyOlder(held, own));
        jdbc.sql("select reporting.shadow_switch(?, ?)")
                .param(facts())
                .param(SqlArrays.of("text", List.copyOf(shadow.types()), type -> type))
                .query((_, _) -> true)
                .list();
    }

    /** Whoever reads takes no further step while this is held. */
    private void hold(String schema) {
        jdbc.sql("select topic from " + schema + ".inbox_position order by topic, part for update")
                .query(String.class)
                .list();
    }

    private boolean hasPassed() {
        return jdbc.sql("""
                        select not exists (
                            select from platform.inbox_position live
                              left join shadow_platform.inbox_position shadow using (topic, part, topic_id)
                             where shadow.next_offset is null or shadow.next_offset < live.next_offset)
                           and not exists (
                            select from platform.inbox_watermark live
                              left join shadow_platform.inbox_watermark shadow using (producer)
                             where shadow.complete_through is null or shadow.complete_through < live.complete_through)
                        """).query(Boolean.class).single();
    }

    /**
     * A transaction that began earlier may see the database as it was then, and the shadow's rows, under their new name, not all.
     *
     * @param own the request's own, which with a key is one transaction to its end; it reads no facts
     */
    private boolean isNobodyOlder(OffsetDateTime instant, int own) {
        // Within a transaction the first look at who is active would be kept.
        jdbc.sql("select pg_stat_clear_snapshot()").query().singleRow();
        return jdbc.sql("""
                        select not exists (
                            select from pg_stat_activity
                             where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
                               and xact_start < :instant and pid <> :own and not pg_backend_pid() = any (pg_blocking_pids(pid)))
                        """)
                .param("instant", instant)
                .param("own", own)
                .query(Boolean.class)
                .single();
    }

    private static void waitFor(Duration atMost, BooleanSupplier reached) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw Rebuild.busy();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw Rebuild.busy();
            }
        }
    }

    private static SqlArrayValue facts() {
        return SqlArrays.of("text", FactTables.names(), name -> name);
    }
}
