package tusoi.platform.audit;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.platform.security.ActorIds;

/** Erases what an entry told of; that it was there, and that it was erased, stays. */
public final class AuditErasure {
    private final JdbcClient jdbc;
    private final Supplier<ActorIds> actorIds;

    AuditErasure(JdbcClient jdbc, Supplier<ActorIds> actorIds) {
        this.jdbc = jdbc;
        this.actorIds = actorIds;
    }

    /** False where the entry has no payload. */
    public boolean erasePayload(long entryId) {
        return jdbc.sql("select platform.erase_audit_payload(?, ?)")
                .param(entryId)
                .param(actorIds.get().current())
                .query(Boolean.class)
                .single();
    }
}
