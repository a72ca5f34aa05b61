package tusoi.platform.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be taken, and why. Its producer's watermark is held until it is mended.
 *
 * @param letter the same for a record and its mends that would not do, in every service
 * @param digest of the record; of the original's where the record is a mend that would not do
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DeadLetter(
        long id,
        UUID letter,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        byte @Nullable [] payload,
        byte[] digest,
        String reason,
        Instant at) {}
