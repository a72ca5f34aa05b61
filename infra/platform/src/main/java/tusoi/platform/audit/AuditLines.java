package tusoi.platform.audit;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.security.ActorIds;

/** Inserts entries; the time is the database's, as an entry need not announce its transaction. */
final class AuditLines {
    private final Supplier<JdbcClient> jdbc;
    private final Supplier<ActorIds> actorIds;

    AuditLines(Supplier<JdbcClient> jdbc, Supplier<ActorIds> actorIds) {
        this.jdbc = jdbc;
        this.actorIds = actorIds;
    }

    void insert(List<AuditLine> lines) {
        jdbc.get()
                .sql("select platform.write_audit(clock_timestamp(), ?, ?, ?, ?, ?, ?, ?)")
                .param(actorIds.get().current())
                .param(SqlArrays.of("text", lines, AuditLine::action))
                .param(SqlArrays.of("text", lines, AuditLine::subjectType))
                .param(SqlArrays.of("uuid", lines, AuditLine::subjectId))
                .param(SqlArrays.of("uuid", lines, AuditLine::unitId))
                .param(SqlArrays.bytes(lines, AuditLine::salt))
                .param(SqlArrays.of("text", lines, AuditLine::payload))
                .query((row, number) -> true)
                .list();
    }
}
