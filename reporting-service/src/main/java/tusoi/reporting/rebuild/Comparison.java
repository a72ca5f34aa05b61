package tusoi.reporting.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.Shadow;
import tusoi.reporting.facts.CopyDigest;
import tusoi.reporting.rebuild.RebuildRun.TableDifference;

/**
 * What serves and the shadow, both as of what both know to be complete: what was recorded up to then is final, so that neither has to
 * wait for the other. One snapshot; rows are hashed where they lie, and only tables of different hashes are looked at row by row.
 */
@Component
class Comparison {
    private final DataSource loader;

    Comparison(@Loader DataSource loader) {
        this.loader = loader;
    }

    record Result(Instant through, String liveSha256, String shadowSha256, List<TableDifference> differences) {
        boolean areEqual() {
            return differences.isEmpty() && liveSha256.equals(shadowSha256);
        }
    }

    /** Nothing where the shadow has not caught up with what is complete. */
    Optional<Result> compare() {
        try (Connection connection = loader.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                jdbc.sql("set local work_mem = '128MB'").update(); // tables that differ are joined whole
                Optional<Instant> through = completeInBoth(jdbc);
                return through.map(instant -> compare(connection, jdbc, instant));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("facts could not be compared", e);
        }
    }

    /** The shadow's watermark has to have reached what the other's was when this was asked: one that stands still is caught up with. */
    private static Optional<Instant> completeInBoth(JdbcClient jdbc) {
        return jdbc.sql("""
                        select min(live.complete_through) as live, min(shadow.complete_through) as shadow,
                               bool_and(shadow.complete_through is not null) as whole
                          from platform.freshness live left join shadow_platform.freshness shadow using (producer)
                        """)
                .query((row, _) -> {
                    OffsetDateTime live = row.getObject(1, OffsetDateTime.class);
                    OffsetDateTime shadow = row.getObject(2, OffsetDateTime.class);
                    return live != null && shadow != null && row.getBoolean(3) && !isFarBehind(live, shadow)
                            ? Optional.of(live.isBefore(shadow) ? live.toInstant() : shadow.toInstant())
                            : Optional.<Instant>empty();
                })
                .single();
    }

    /** Both follow the same clock a few times a second; neither is always the first. */
    private static boolean isFarBehind(OffsetDateTime live, OffsetDateTime shadow) {
        return shadow.isBefore(live.minusSeconds(2));
    }

    private static Result compare(Connection connection, JdbcClient jdbc, Instant through) {
        List<String> live = new ArrayList<>();
        List<String> shadow = new ArrayList<>();
        List<TableDifference> differences = new ArrayList<>();
        for (ComparedTable table : ComparedTable.timed(jdbc)) {
            CopyDigest one = CopyDigest.of(connection, table.ordered("", through));
            CopyDigest other = CopyDigest.of(connection, table.ordered(Shadow.PREFIX, through));
            live.add(one.sha256());
            shadow.add(other.sha256());
            if (!one.sha256().equals(other.sha256())) {
                differences.add(table.difference(jdbc, through));
            }
        }
        return new Result(through, CopyDigest.over(live), CopyDigest.over(shadow), differences);
    }
}
