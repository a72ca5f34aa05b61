package tusoi.platform.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes mends: for dead letters there are, and for originals that are still to come, in a rebuild for example. Those of this
 * service's own topic are only kept, to go out again with its journal.
 */
final class MendIntake {
    private static final Logger LOG = LoggerFactory.getLogger(MendIntake.class);

    private final Mends mends;
    private final Intake intake;
    private final DeadLetterRows deadLetters;
    private final LetterTrail trail;
    private final String service;
    private final Set<String> followed;

    MendIntake(
            Mends mends,
            Intake intake,
            DeadLetterRows deadLetters,
            LetterTrail trail,
            String service,
            Set<String> followed) {
        this.followed = followed;
        this.mends = mends;
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.trail = trail;
        this.service = service;
    }

    void load() {
        mends.load();
    }

    /** Changes with every mend: what was read before has to be read again. */
    int changes() {
        return mends.changes();
    }

    void take(List<Incoming> records, Tally tally) {
        records.forEach(record -> take(record, tally));
    }

    /** Where the original was taken already, the intake finds a conflict, and a rebuild uses the mend. */
    private void take(Incoming record, Tally tally) {
        Mend mend;
        try {
            mend = Mend.of(record);
        } catch (RuntimeException unreadable) {
            LOG.error("The mend {}-{}@{} cannot be read", record.topic(), record.partition(), record.offset());
            tally.add("mend", "skipped");
            return;
        }
        mends.add(mend);
        if (!followed.contains(mend.topic())) {
            return;
        }
        var own = new Tally();
        if (mend.payload() != null) {
            intake.take(intake.read(List.of(mend.inPlace())), own);
        }
        if (own.hasDead()) {
            deadLetters.openOf(mend).ifPresent(failed -> {
                if (service.equals(mend.service())) { // another's leaves what was asked for here still to be done
                    trail.answeredIfSent(failed.letter());
                }
                tell(mend, failed.letter(), LetterAction.FAILED, failed.reason());
            });
        } else {
            var closed = mend.payload() == null ? LetterAction.LEFT_OUT : LetterAction.MENDED;
            deadLetters.close(mend.topic(), mend.digestBytes(), closed).ifPresent(letter -> {
                trail.answered(letter);
                tell(mend, letter, closed, null);
            });
        }
        tally.addAll(own);
    }

    private void tell(Mend mend, UUID letter, LetterAction action, @Nullable String reason) {
        trail.add(letter, action, new LetterTrail.Told(mend.account(), mend.service(), reason));
    }

    /** With each mended record replaced, and those left out that their mend leaves out. */
    List<Incoming> mended(List<Incoming> records) {
        var mended = new ArrayList<Incoming>(records.size());
        for (var record : records) {
            var mend = mends.of(record);
            if (mend == null) {
                mended.add(record);
            } else if (mend.payload() != null) {
                mended.add(mend.inPlaceOf(record));
            }
        }
        return mended;
    }
}
