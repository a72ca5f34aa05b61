package tusoi.reporting.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.rebuild.RebuildRun.State;
import tusoi.reporting.rebuild.RebuildRun.TableDifference;

/** Every rebuild there was. What an instance does follows from what stands here, so that any goes on with it. */
@Component
class RebuildRuns {
    private static final TypeReference<List<TableDifference>> DIFFERENCES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RebuildRuns(@Loader JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False where one is not over. */
    boolean begin(UUID id, UUID by) {
        try {
            jdbc.sql("""
                            insert into reporting.rebuild_run (id, started_by, migrations, state)
                            values (:id, :by, reporting.shadow_migrations(), 'BUILDING')
                            """).param("id", id).param("by", by).update();
            return true;
        } catch (DuplicateKeyException running) {
            return false;
        }
    }

    Optional<RebuildRun> open() {
        return jdbc.sql("select * from reporting.rebuild_run where ended_at is null")
                .query((row, _) -> run(row))
                .optional();
    }

    /** Locked until the transaction ends. */
    Optional<RebuildRun> lockOpen() {
        return jdbc.sql("select * from reporting.rebuild_run where ended_at is null for update")
                .query((row, _) -> run(row))
                .optional();
    }

    /** The one that runs, or the last that did; it does not end before the transaction does. */
    Optional<RebuildRun> last() {
        return jdbc.sql("select * from reporting.rebuild_run order by ended_at desc nulls first limit 1 for share")
                .query((row, _) -> run(row))
                .optional();
    }

    boolean isOfTheseMigrations(UUID id) {
        return jdbc.sql("select migrations = reporting.shadow_migrations() from reporting.rebuild_run where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void compared(UUID id, Comparison.Result result) {
        jdbc.sql("""
                        update reporting.rebuild_run
                           set state = 'DIFFERENT', compared_at = clock_timestamp(), compared_through = :through,
                               live_sha256 = :live, shadow_sha256 = :shadow, differences = cast(:differences as jsonb)
                         where id = :id and ended_at is null
                        """)
                .param("id", id)
                .param("through", result.through().atOffset(ZoneOffset.UTC))
                .param("live", result.liveSha256())
                .param("shadow", result.shadowSha256())
                .param("differences", json.writeValueAsString(result.differences()))
                .update();
    }

    void end(UUID id, State state, UUID by) {
        jdbc.sql("""
                        update reporting.rebuild_run set state = :state, ended_at = clock_timestamp(), ended_by = :by
                         where id = :id and ended_at is null
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("by", by)
                .update();
    }

    private RebuildRun run(ResultSet row) throws SQLException {
        return new RebuildRun(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("started_by", UUID.class),
                instant(row, "compared_at"),
                instant(row, "compared_through"),
                row.getString("live_sha256"),
                row.getString("shadow_sha256"),
                json.readValue(row.getString("differences"), DIFFERENCES),
                instant(row, "ended_at"),
                row.getObject("ended_by", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
