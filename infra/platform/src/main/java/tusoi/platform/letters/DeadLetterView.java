package tusoi.platform.letters;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.platform.inbox.LetterAction;

/**
 * A record that could not be taken, without what it says.
 *
 * @param id the same in every service that follows the topic, and after a rebuild
 * @param recordedAt as the record tells it, if it does
 * @param cameAt when it was met first
 * @param asked what the inbox still has to do about it
 * @param tries how often it was tried, a mend of it included
 * @param version counts what was done about it
 */
record DeadLetterView(
        UUID id,
        String topic,
        int partition,
        long offset,
        @Nullable String eventId,
        @Nullable String type,
        @Nullable String recordedAt,
        Instant cameAt,
        State state,
        @Nullable Instant closedAt,
        @Nullable LetterAction asked,
        Cause cause,
        int tries,
        long version) {

    enum State {
        /** It holds its producer's watermark where it is an event. */
        OPEN,
        MENDED,
        LEFT_OUT,
        REPLAYED
    }

    enum Cause {
        UNREADABLE,
        NOT_APPLIED,
        /** The version was taken with another content. */
        CONFLICT,
        /** A value of a compacted topic, such as a name. */
        VALUE_NOT_APPLIED
    }
}
