package tusoi.platform.audit;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One entry on its way into the trail; the payload is JSON and goes apart. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AuditLine(
        String action,
        String subjectType,
        UUID subjectId,
        @Nullable UUID unitId,
        byte @Nullable [] salt,
        @Nullable String payload) {
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Of what tells nothing but that it was done. */
    static AuditLine plain(String action, String subjectType, UUID subjectId, @Nullable UUID unitId) {
        return new AuditLine(action, subjectType, subjectId, unitId, null, null);
    }

    static AuditLine change(
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
        return payload.isEmpty()
                ? plain(action, subjectType, subjectId, unitId)
                : new AuditLine(
                        action,
                        subjectType,
                        subjectId,
                        unitId,
                        newSalt(),
                        JsonMapper.shared().writeValueAsString(payload));
    }

    private static byte[] newSalt() {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    private static void putIfPresent(Map<String, Object> payload, String name, @Nullable Object value) {
        if (value != null) {
            payload.put(name, value);
        }
    }
}
