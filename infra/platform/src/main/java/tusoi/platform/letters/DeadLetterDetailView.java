package tusoi.platform.letters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.platform.inbox.LetterAction;

/**
 * A letter with what it says and what was done about it.
 *
 * @param reason why it could not be taken last
 * @param heldThrough what is complete of its producer as long as it is open; null where it holds nothing
 * @param payload as text, at most a million characters; null where there was none, or it is a value of a compacted topic
 * @param history the latest two hundred steps, the first one first
 */
record DeadLetterDetailView(
        DeadLetterView letter,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable String payload,
        String reason,
        @Nullable Instant heldThrough,
        List<Step> history) {

    /**
     * @param account who asked for it
     * @param service where a mend was asked for
     * @param told the operator's reason, or why it could not be taken
     */
    record Step(
            int number,
            LetterAction action,
            Instant at,
            @Nullable UUID account,
            @Nullable String service,
            @Nullable String told) {}
}
