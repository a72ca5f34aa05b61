package tusoi.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.inbox.LetterTrail.Told;

/** Does what operators asked for. A mend goes out to Kafka and is taken when it comes back, as in every other service. */
final class AskedLetters implements Chores {
    private static final Logger LOG = LoggerFactory.getLogger(AskedLetters.class);
    private static final int AT_ONCE = 20;
    private static final String NOT_OPEN = "Not done: the letter was no longer open here when its turn came";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Mends mends;
    private final MendTopics topics;
    private final String service;
    private final Set<String> latestTopics;
    private final Function<Burials, Intake> intakes;
    private final MeterRegistry meters;
    private final DeadLetterRows letters;
    private final LetterTrail trail;

    AskedLetters(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Mends mends,
            MendTopics topics,
            String service,
            Set<String> latestTopics,
            Function<Burials, Intake> intakes,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.mends = mends;
        this.topics = topics;
        this.service = service;
        this.latestTopics = latestTopics;
        this.intakes = intakes;
        this.meters = meters;
        this.letters = new DeadLetterRows(jdbc);
        this.trail = LetterTrail.in(jdbc);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Ask(
            UUID letter, LetterAction action, UUID account, Map<String, String> headers, byte @Nullable [] payload) {}

    /** After a mend that could not be sent no other goes out in the same round: while Kafka does not answer, each would keep the inbox waiting. */
    @Override
    public boolean run(Runnable stillLeads) {
        var moved = false;
        var sends = true;
        for (var ask : next()) {
            var mend = mend(ask);
            if (mend != null) {
                sends = sends && send(ask, mend);
                continue;
            }
            var own = new Tally();
            moved |= Boolean.TRUE.equals(transaction.execute(status -> {
                stillLeads.run();
                return here(ask, own);
            }));
            own.count(meters);
        }
        return moved;
    }

    /**
     * Replays first, as they wait for nobody; then what was never sent. A mend that has not come back for a minute, or could not be
     * sent, is sent again: a repeat changes nothing.
     */
    private List<Ask> next() {
        return jdbc.sql("""
                        select letter_id, action, account_id, headers, payload from platform.dead_letter_asked
                        where sent_at is null or sent_at < clock_timestamp() - interval '1 minute'
                        order by action <> 'REPLAY_ASKED', sent_at nulls first, at limit ?
                        """)
                .param(AT_ONCE)
                .query((row, number) -> new Ask(
                        row.getObject(1, UUID.class),
                        LetterAction.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        JsonMapper.shared().readValue(row.getString(4), DeadLetterRows.HEADERS),
                        row.getBytes(5)))
                .list();
    }

    /** What is to be sent; null where it is done here alone. */
    private @Nullable Mend mend(Ask ask) {
        if (ask.action() == LetterAction.REPLAY_ASKED || letters.isLatestValue(ask.letter())) {
            return null;
        }
        var open = letters.openOf(ask.letter());
        if (open.isEmpty()) {
            return null;
        }
        var letter = open.getFirst();
        return new Mend(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                HexFormat.of().formatHex(letter.digest()),
                letter.key(),
                ask.headers(),
                ask.payload(),
                ask.account(),
                service);
    }

    /** False where it could not be sent; it waits for a minute then too, so that others have their turn. */
    private boolean send(Ask ask, Mend mend) {
        var isSent = true;
        try {
            topics.write(mend);
        } catch (IllegalStateException notNow) {
            LOG.warn("The mend of letter {} is tried again", ask.letter(), notNow);
            isSent = false;
        }
        jdbc.sql("update platform.dead_letter_asked set sent_at = clock_timestamp() where letter_id = ?")
                .param(ask.letter())
                .update();
        return isSent;
    }

    /** True where a partition is to be read again. */
    private boolean here(Ask ask, Tally tally) {
        trail.answered(ask.letter());
        var open = letters.openOf(ask.letter());
        if (open.isEmpty()) {
            trail.add(ask.letter(), LetterAction.FAILED, new Told(ask.account(), null, NOT_OPEN));
            return false;
        }
        var letter = open.getFirst();
        if (ask.action() == LetterAction.REPLAY_ASKED) {
            return replay(ask, letter, tally);
        }
        letters.close(letter.topic(), letter.digest(), LetterAction.LEFT_OUT);
        trail.add(ask.letter(), LetterAction.LEFT_OUT, new Told(ask.account(), null, null));
        return false;
    }

    /** True where its partition is to be read again from there on. */
    private boolean replay(Ask ask, DeadLetter letter, Tally tally) {
        if (latestTopics.contains(letter.topic())) {
            return new Positions(jdbc).goBack(letter.topic(), letter.partition(), letter.offset());
        }
        var faults = new ArrayList<String>();
        var intake = intakes.apply((record, reason) -> faults.add(reason));
        intake.take(intake.read(standing(letter)), tally);
        if (faults.isEmpty()) {
            letters.close(letter.topic(), letter.digest(), LetterAction.REPLAYED);
            trail.add(ask.letter(), LetterAction.REPLAYED, new Told(ask.account(), null, null));
        } else {
            var fault = DeadLetterRows.shortened(faults.getFirst());
            trail.add(ask.letter(), LetterAction.FAILED, new Told(ask.account(), null, fault));
        }
        return false;
    }

    /** What a rebuild would take in its place: its last mend, or else what came; nothing where it is left out. */
    private List<Incoming> standing(DeadLetter letter) {
        var mend = mends.of(letter.topic(), HexFormat.of().formatHex(letter.digest()));
        if (mend == null) {
            return List.of(Incoming.of(
                    letter.topic(),
                    letter.partition(),
                    letter.offset(),
                    letter.key(),
                    letter.headers(),
                    letter.payload(),
                    null));
        }
        return mend.payload() == null ? List.of() : List.of(mend.inPlace());
    }
}
