package tusoi.reporting.rebuild;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.audit.Audit;
import tusoi.platform.ids.Ids;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.problems.ProblemException;
import tusoi.reporting.facts.FactTables;
import tusoi.reporting.rebuild.RebuildRun.State;

/** Begins a rebuild and throws one away, each with its row of the trail in the same transaction. */
@Component
class Rebuild {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final RebuildRuns runs;
    private final Audit audit;

    Rebuild(@Loader JdbcClient jdbc, @Loader TransactionOperations transaction, RebuildRuns runs, @Loader Audit audit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.runs = runs;
        this.audit = audit;
    }

    /** 409 where one is not over. */
    UUID start(UUID by) {
        UUID id = Ids.next();
        transaction.executeWithoutResult(_ -> {
            if (!runs.begin(id, by)) {
                throw new ProblemException(409, "rebuild-running", "A rebuild is not over", null, null);
            }
            call("shadow_drop()");
            jdbc.sql("select reporting.shadow_create(?)")
                    .param(SqlArrays.of("text", FactTables.names(), name -> name))
                    .query((_, _) -> true)
                    .list();
            audit.changed("reporting.rebuild", "rebuild", id, null, null, null, null);
        });
        return id;
    }

    /** 409 where there is none to be thrown away. */
    UUID drop(UUID by) {
        return transaction.execute(_ -> {
            RebuildRun run = runs.lockOpen().orElseThrow(Rebuild::noneRuns);
            end(run.id(), State.DROPPED, by);
            audit.changed("reporting.rebuild-dropped", "rebuild", run.id(), null, null, run.differences(), null);
            return run.id();
        });
    }

    static ProblemException noneRuns() {
        return new ProblemException(409, "no-rebuild", "No rebuild is running", null, null);
    }

    static ProblemException busy() {
        return new ProblemException(
                503, "busy", "Others read facts for longer than this waits; nothing has changed", null, "Repeat it");
    }

    /** The shadow goes with the run, in one transaction. */
    void end(UUID run, State state, UUID by) {
        transaction.executeWithoutResult(_ -> {
            runs.end(run, state, by);
            call("shadow_drop()");
        });
    }

    /** Either both or neither: that it is equal, and that it is over. */
    void compared(RebuildRun run, Comparison.Result result) {
        transaction.executeWithoutResult(_ -> {
            runs.compared(run.id(), result);
            if (result.areEqual()) {
                end(run.id(), State.EQUAL, run.startedBy());
            }
        });
    }

    /** What a crash left behind after a switch. */
    void sweep() {
        transaction.executeWithoutResult(_ -> {
            if (runs.open().isEmpty()
                    && jdbc.sql("select reporting.shadow_exists()")
                            .query(Boolean.class)
                            .single()) {
                call("shadow_drop()");
            }
        });
    }

    private void call(String function) {
        jdbc.sql("set local lock_timeout = '10s'").update();
        jdbc.sql("select reporting." + function).query((_, _) -> true).list();
    }
}
