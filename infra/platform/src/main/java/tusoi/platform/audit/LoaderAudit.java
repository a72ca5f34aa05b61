package tusoi.platform.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes each entry at once and as the loader, for what an operator's command does in the loader's transaction: within a request that
 * has a transaction of its own, the other trail would go with that.
 */
final class LoaderAudit implements Audit {
    private final AuditLines lines;

    LoaderAudit(AuditLines lines) {
        this.lines = lines;
    }

    @Override
    public void changed(
            String action,
            String subjectType,
            UUID subjectId,
            @Nullable UUID unitId,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason) {
        lines.insert(List.of(AuditLine.change(action, subjectType, subjectId, unitId, before, after, reason)));
    }

    @Override
    public void read(String action, String subjectType, UUID subjectId, @Nullable UUID unitId) {
        lines.insert(List.of(AuditLine.plain(action, subjectType, subjectId, unitId)));
    }
}
