package tusoi.platform.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tusoi.platform.persistence.TransactionBuffer;

/** Writes entries with the running transaction; a read outside of one gets a transaction of its own. */
final class DatabaseAudit implements Audit {
    private final AuditLines lines;
    private final TransactionBuffer<AuditLine> buffer;
    private final TransactionOperations ownTransaction;

    DatabaseAudit(AuditLines lines, TransactionOperations ownTransaction) {
        this.lines = lines;
        this.buffer = new TransactionBuffer<>(lines::insert);
        this.ownTransaction = ownTransaction;
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
        buffer.add(AuditLine.change(action, subjectType, subjectId, unitId, before, after, reason));
    }

    @Override
    public void read(String action, String subjectType, UUID subjectId, @Nullable UUID unitId) {
        var line = AuditLine.plain(action, subjectType, subjectId, unitId);
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            buffer.add(line);
        } else {
            ownTransaction.executeWithoutResult(status -> lines.insert(List.of(line)));
        }
    }
}
