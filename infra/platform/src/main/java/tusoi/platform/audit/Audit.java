package tusoi.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit trail; a row goes into the transaction of what it tells of. */
public interface Audit {
    /** A command's row. Before and after are written as JSON, apart from the sealed digests, and can be erased. */
    void changed(
            String action,
            String subjectType,
            UUID subjectId,
            @Nullable UUID unitId,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason);

    /** A read of a case or of a personal file; a row of its own. */
    void read(String action, String subjectType, UUID subjectId, @Nullable UUID unitId);
}
