package tusoi.platform.inbox;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.inbox.LetterTrail.Told;

/**
 * What operators ask to be done about a letter, each within a transaction. It is done by the instance that leads the inbox, in turn
 * with what comes in, so that facts see one writer.
 */
public final class LetterAsks {
    private static final int LONGEST_FAULT = 300;

    private final JdbcClient jdbc;
    private final LetterTrail trail;
    private final MendedHeaders mended;
    private final EventReader reader = new EventReader();

    /** @param taken the types that are taken here */
    public LetterAsks(JdbcClient jdbc, Set<String> taken) {
        this.jdbc = jdbc;
        this.mended = new MendedHeaders(taken);
        this.trail = LetterTrail.in(jdbc);
    }

    /** Those that any of them takes. */
    public static Set<String> types(Stream<Projection> projections) {
        return projections.flatMap(projection -> projection.types().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whoever asks at the same time waits for the end of this transaction. */
    public void lock(UUID letter) {
        LetterTrail.lock(jdbc, letter);
    }

    /** That it is taken as it is, or as its mend has it. */
    public void replay(UUID letter, UUID account, String why) {
        ask(letter, LetterAction.REPLAY_ASKED, Map.of(), null, account, why);
    }

    /** It is of a compacted topic: nothing stands in its place but a later value of its key. */
    public boolean isLatestValue(UUID letter) {
        return new DeadLetterRows(jdbc).isLatestValue(letter);
    }

    /** That it is left out for ever, by every reader; a value of a compacted topic only here, and until it is read anew. */
    public void leaveOut(UUID letter, UUID account, String why) {
        ask(letter, LetterAction.LEAVE_OUT_ASKED, original(letter).headers(), null, account, why);
    }

    /**
     * That every reader takes this in its place for ever, under the original's headers but for these. Throws IllegalArgumentException
     * where that could not be read as an event, and ProblemException where it would be another event than the original.
     */
    public void mend(UUID letter, Map<String, String> changed, byte[] payload, UUID account, String why) {
        var original = original(letter);
        var headers = new HashMap<>(original.headers());
        headers.putAll(changed);
        try {
            reader.read(Incoming.of("", 0, 0, null, headers, payload, null));
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(
                    KeptFaults.shortened(String.valueOf(unreadable.getMessage()), LONGEST_FAULT), unreadable);
        }
        mended.check(InboxProperties.producerOf(original.topic()), original.headers(), headers, now());
        ask(letter, LetterAction.MEND_ASKED, headers, payload, account, why);
    }

    private DeadLetter original(UUID letter) {
        var original = new DeadLetterRows(jdbc).ofLetter(letter);
        if (original.isEmpty()) {
            throw new IllegalArgumentException("There is no dead letter " + letter);
        }
        return original.getFirst();
    }

    private Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private void ask(
            UUID letter,
            LetterAction action,
            Map<String, String> headers,
            byte @Nullable [] payload,
            UUID account,
            String why) {
        jdbc.sql("""
                        insert into platform.dead_letter_asked (letter_id, action, account_id, headers, payload)
                        values (:letter, :action, :account, cast(:headers as jsonb), :payload)
                        """)
                .param("letter", letter)
                .param("action", action.name())
                .param("account", account)
                .param("headers", JsonMapper.shared().writeValueAsString(headers))
                .param("payload", payload, Types.BINARY)
                .update();
        trail.add(letter, action, new Told(account, null, why));
    }
}
