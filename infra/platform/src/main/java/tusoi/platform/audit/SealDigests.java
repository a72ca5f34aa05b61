package tusoi.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the chain is made of: SHA-256 over fields with their lengths, so that no two entries read alike. */
final class SealDigests {
    private SealDigests() {}

    /** Payloads enter by their salted digest alone. */
    static String ofEntry(AuditEntry entry) {
        return digest(
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.subjectType(),
                entry.subjectId(),
                entry.unitId(),
                entry.payloadDigest());
    }

    static String ofSeal(long number, String previous, List<Long> entryIds, List<String> entryDigests) {
        return digest(number, previous, entryIds, entryDigests);
    }

    static String ofPayload(String salt, String payload) {
        var sha = sha256();
        sha.update(HexFormat.of().parseHex(salt));
        return HexFormat.of().formatHex(sha.digest(payload.getBytes(StandardCharsets.UTF_8)));
    }

    private static String digest(@Nullable Object... fields) {
        var sha = sha256();
        for (var field : fields) {
            var text = field == null ? "-" : "+" + field;
            sha.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
