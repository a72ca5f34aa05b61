package tusoi.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the trail, as rows and as lines of an export have it; bytes as hexadecimal text. */
record AuditEntry(
        long id,
        Instant at,
        UUID actor,
        String action,
        String subjectType,
        UUID subjectId,
        @Nullable UUID unitId,
        @Nullable String payloadDigest,
        @Nullable String salt,
        @Nullable String payload) {
    static final String ERASURE = "audit.payload-erased:";

    /** The id of the entry whose payload this one erased, or 0. */
    long erased() {
        return action.startsWith(ERASURE) ? Long.parseLong(action.substring(ERASURE.length())) : 0;
    }
}
