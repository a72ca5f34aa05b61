package tusoi.platform.letters;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.audit.Audit;
import tusoi.platform.inbox.LetterAsks;
import tusoi.platform.letters.DeadLetterView.State;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.security.ActorIds;
import tusoi.platform.web.IfMatch;

/** Each in one transaction: what is asked for, by whom and why, and the row of the audit trail. */
final class LetterCommands {
    private final LetterQueries letters;
    private final LetterAsks asks;
    private final Audit audit;
    private final ActorIds actors;
    private final TransactionOperations transaction;
    private final String service;

    LetterCommands(
            LetterQueries letters,
            LetterAsks asks,
            Audit audit,
            ActorIds actors,
            TransactionOperations transaction,
            String service) {
        this.letters = letters;
        this.asks = asks;
        this.audit = audit;
        this.actors = actors;
        this.transaction = transaction;
        this.service = service;
    }

    /** The mend that is sent out; without one the letter is left out. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record MendLetter(
            UUID letter, IfMatch version, Map<String, String> headers, byte @Nullable [] payload, String reason) {}

    DeadLetterView mend(MendLetter command) {
        return open(command.letter(), command.version(), letter -> {
            var sent = command.payload();
            if (sent != null && asks.isLatestValue(letter.id())) {
                throw ProblemException.wrongState(
                        "A value of a compacted topic has no mend: a later value of its key takes its place, or it is left out");
            }
            var account = actors.current();
            if (sent == null) {
                asks.leaveOut(letter.id(), account, command.reason());
            } else {
                try {
                    asks.mend(letter.id(), command.headers(), sent, account, command.reason());
                } catch (IllegalArgumentException unreadable) {
                    throw ProblemException.unreadable(
                            "payload",
                            "It could not be read as an event: " + unreadable.getMessage(),
                            "Correct it, or the headers");
                }
            }
            tell("dead-letter-mend", letter, command.headers(), sent, command.reason());
        });
    }

    DeadLetterView replay(UUID id, IfMatch version, String reason) {
        return open(id, version, letter -> {
            asks.replay(letter.id(), actors.current(), reason);
            tell("dead-letter-replay", letter, Map.of(), null, reason);
        });
    }

    private DeadLetterView open(UUID id, IfMatch version, Consumer<DeadLetterView> command) {
        return transaction.execute(status -> {
            asks.lock(id);
            var letter = find(id);
            version.mustBe(letter.version());
            if (letter.state() != State.OPEN) {
                throw ProblemException.wrongState("The letter is closed: " + letter.state());
            }
            if (letter.asked() != null) {
                throw ProblemException.wrongState("This is still under way: " + letter.asked());
            }
            command.accept(letter);
            return find(id);
        });
    }

    private DeadLetterView find(UUID id) {
        return letters.find(id).orElseThrow(() -> ProblemException.notFound("The dead letter"));
    }

    /** By digest: the mend itself stands in Kafka for ever. */
    private void tell(
            String action, DeadLetterView letter, Map<String, String> headers, byte @Nullable [] sent, String reason) {
        var before = Map.of("topic", letter.topic(), "partition", letter.partition(), "offset", letter.offset());
        var after = new HashMap<String, Object>(before);
        if (sent != null) {
            after.put("headers", headers);
            after.put("payloadSha256", sha256(sent));
        }
        audit.changed(service + "." + action, "dead-letter", letter.id(), null, before, after, reason);
    }

    private static String sha256(byte[] sent) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
