package tusoi.reporting.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.persistence.Loader;

/** Tells how far a rebuild is, from the positions of both readers. */
@Component
class RebuildProgress {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final RebuildRuns runs;
    private final Clock clock;

    RebuildProgress(@Loader JdbcClient jdbc, @Loader TransactionOperations transaction, RebuildRuns runs, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.runs = runs;
        this.clock = clock;
    }

    private record Read(long read, long of) {}

    Optional<RebuildView> last() {
        try {
            return look();
        } catch (BadSqlGrammarException e) {
            // Between the two readings the run ended, and its tables are gone. If it is not that, the second try says
            // so.
            return look();
        }
    }

    private Optional<RebuildView> look() {
        return transaction.execute(_ -> runs.last().map(run -> {
            Read read = run.endedAt() == null ? read() : null;
            return new RebuildView(
                    run.id(),
                    run.state(),
                    run.startedAt(),
                    run.startedBy(),
                    read == null ? null : Long.valueOf(read.read()),
                    read == null ? null : Long.valueOf(read.of()),
                    read == null ? null : Long.valueOf(perSecond(run, read)),
                    run.comparedAt(),
                    run.comparedThrough(),
                    run.liveSha256(),
                    run.shadowSha256(),
                    run.differences(),
                    run.endedAt(),
                    run.endedBy());
        }));
    }

    private Read read() {
        return jdbc.sql("""
                        select (select coalesce(sum(next_offset), 0) from shadow_platform.inbox_position),
                               (select coalesce(sum(next_offset), 0) from platform.inbox_position)
                        """)
                .query((row, _) -> new Read(row.getLong(1), row.getLong(2)))
                .single();
    }

    private long perSecond(RebuildRun run, Read read) {
        long millis = Duration.between(run.startedAt(), clock.instant()).toMillis();
        return read.read() * 1000 / Math.max(1, millis);
    }
}
