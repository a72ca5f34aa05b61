package tusoi.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry on its way into the trail; the payload is JSON and goes apart. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AuditLine(
        String action,
        String subjectType,
        UUID subjectId,
        @Nullable UUID unitId,
        byte @Nullable [] salt,
        @Nullable String payload) {}
