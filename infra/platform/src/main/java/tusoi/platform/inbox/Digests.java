package tusoi.platform.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** SHA-256 of what came. */
final class Digests {
    private Digests() {}

    /** Of the whole record; names it wherever it stands. */
    static byte[] ofRecord(Incoming record) {
        var sha = sha256();
        add(sha, String.valueOf(record.key()));
        record.headers().forEach((name, value) -> {
            add(sha, name);
            add(sha, value);
        });
        if (record.payload() != null) {
            sha.update(record.payload());
        }
        return sha.digest();
    }

    /**
     * Of what an event says, which a repeat says again; its first half, to keep the table of seen events small.
     *
     * @param recordedAt the event's, as {@link java.time.Instant#toString} writes it
     */
    static UUID ofEvent(ReceivedEvent event, String recordedAt, byte[] payload) {
        var sha = sha256();
        add(sha, event.type());
        add(sha, recordedAt);
        add(sha, event.actor().toString());
        sha.update(payload);
        var digest = ByteBuffer.wrap(sha.digest());
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static void add(MessageDigest sha, String text) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
