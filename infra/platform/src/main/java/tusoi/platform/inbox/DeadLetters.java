package tusoi.platform.inbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.security.ActorIds;

/** What could not be taken, and how the system itself puts something in its place, for every reader and for ever. */
public final class DeadLetters {
    private final DeadLetterRows rows;
    private final LetterAsks asks;
    private final TransactionOperations transaction;

    DeadLetters(JdbcClient jdbc, LetterAsks asks, TransactionOperations transaction) {
        this.rows = new DeadLetterRows(jdbc);
        this.asks = asks;
        this.transaction = transaction;
    }

    /** Those not mended yet, oldest first. */
    public List<DeadLetter> open(long afterId, int size) {
        return rows.open(afterId, Math.min(size, 200));
    }

    /**
     * Asks for a mend: this value under these headers, those of the original where not given. Throws
     * IllegalArgumentException where there is no such letter or it could not be read as an event, ProblemException where it would be
     * another event's.
     */
    public void mend(long id, Map<String, String> headers, byte[] payload) {
        var letter = letter(id);
        transaction.executeWithoutResult(status -> asks.mend(letter, headers, payload, ActorIds.SYSTEM, ""));
    }

    /** Asks for a mend that leaves the record out. */
    public void leaveOut(long id) {
        var letter = letter(id);
        transaction.executeWithoutResult(status -> asks.leaveOut(letter, ActorIds.SYSTEM, ""));
    }

    private UUID letter(long id) {
        var letter = rows.find(id);
        if (letter == null) {
            throw new IllegalArgumentException("There is no dead letter " + id);
        }
        return letter.letter();
    }
}
