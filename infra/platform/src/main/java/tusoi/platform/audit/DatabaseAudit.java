package tusoi.platform.audit;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.persistence.TransactionBuffer;

/** Writes entries with the running transaction; a read outside of one gets a transaction of its own. */
final class DatabaseAudit implements Audit {
    private static final int SALT_BYTES = 16;

    private final AuditLines lines;
    private final TransactionBuffer<AuditLine> buffer;
    private final TransactionOperations ownTransaction;
    private final JsonMapper json = JsonMapper.shared();
    private final SecureRandom random = new SecureRandom();

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
        var payload = new LinkedHashMap<String, Object>();
        putIfPresent(payload, "before", before);
        putIfPresent(payload, "after", after);
        putIfPresent(payload, "reason", reason);
        buffer.add(
                payload.isEmpty()
                        ? new AuditLine(action, subjectType, subjectId, unitId, null, null)
                        : new AuditLine(
                                action, subjectType, subjectId, unitId, salt(), json.writeValueAsString(payload)));
    }

    @Override
    public void read(String action, String subjectType, UUID subjectId, @Nullable UUID unitId) {
        var line = new AuditLine(action, subjectType, subjectId, unitId, null, null);
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            buffer.add(line);
        } else {
            ownTransaction.executeWithoutResult(status -> lines.insert(List.of(line)));
        }
    }

    private byte[] salt() {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static void putIfPresent(Map<String, Object> payload, String name, @Nullable Object value) {
        if (value != null) {
            payload.put(name, value);
        }
    }
}
