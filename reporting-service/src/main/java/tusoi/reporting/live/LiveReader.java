package tusoi.reporting.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tusoi.platform.problems.ProblemException;
import tusoi.reporting.figures.StandingQuestions;
import tusoi.reporting.figures.StandingQuestions.Answer;
import tusoi.reporting.figures.StandingQuestions.Moment;
import tusoi.reporting.figures.StandingQuestions.Standing;

/** Keeps one open page up to date until it is closed, the right is gone, or its time is over. */
@Component
class LiveReader {
    /** What was taken before a look is told by a watermark not long after it; services' clocks may differ by less than this. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /** How long a page waits for its turn to be computed. */
    private static final Duration TURN = Duration.ofSeconds(20);

    /** What is asked of today is another question tomorrow, though nothing came in. */
    private static final Duration AS_DAYS_PASS = Duration.ofMinutes(1);

    private final StandingQuestions questions;
    private final LiveStreams streams;
    private final Pulse pulse;
    private final LiveProperties properties;

    LiveReader(StandingQuestions questions, LiveStreams streams, Pulse pulse, LiveProperties properties) {
        this.questions = questions;
        this.streams = streams;
        this.pulse = pulse;
        this.properties = properties;
    }

    /** @param until when the caller's token, or the stream's time, is over */
    void read(Standing standing, Answer first, Pulse.Beat start, LiveStream out, Ending until)
            throws IOException, InterruptedException {
        Standing asking = standing;
        Answer shown = first;
        Pulse.Beat seen = start;
        Pulse.Beat checked = start;
        long told = System.nanoTime();
        long asked = told;
        long computed = told;
        out.figures(first, questions.ageMillis(first.watermark()));
        while (streams.isRunning() && !until.isReached()) {
            Pulse.Beat beat = pulse.after(seen, until.orSooner(properties.freshEvery()));
            if (beat.events() != checked.events() && isOver(asked, properties.rightsEvery())
                    || isOver(asked, properties.freshEvery().multipliedBy(40))) {
                checked = beat;
                asked = System.nanoTime();
                asking = questions.stand(asking.wanted());
            }
            boolean mayDiffer = beat.number() != seen.number()
                            && !shown.watermark().isAfter(beat.changedAt().plus(SETTLED))
                    || isOver(computed, AS_DAYS_PASS);
            seen = beat;
            if (mayDiffer) {
                Answer now = answer(asking, momentOf(beat));
                computed = System.nanoTime();
                boolean changed = !now.tellsTheSameAs(shown);
                shown = now;
                if (changed) {
                    out.figures(now, questions.ageMillis(now.watermark()));
                    told = System.nanoTime();
                }
            }
            if (isOver(told, properties.freshEvery())) {
                Instant watermark = mayDiffer ? shown.watermark() : asking.watermark(momentOf(beat));
                out.fresh(watermark, questions.ageMillis(watermark));
                told = System.nanoTime();
            }
        }
    }

    /** Before anybody looked, as it is. */
    private Moment momentOf(Pulse.Beat beat) {
        Moment moment = beat.moment();
        return moment == null ? questions.now() : moment;
    }

    Answer answer(Standing standing, Moment moment) {
        return questions.answer(standing, moment, this::inTurn);
    }

    /** Few compute at a time, so that open pages do not take all there is from who asks once. */
    private <T> T inTurn(Supplier<T> computing) {
        try {
            if (!streams.computing().tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return computing.get();
        } finally {
            streams.computing().release();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                503, "busy", "Too many pages are being brought up to date", null, "Repeat in a moment");
    }

    private static boolean isOver(long since, Duration time) {
        return System.nanoTime() - since >= time.toNanos();
    }

    /** When a stream is over at the latest. */
    record Ending(long nanoTime) {
        static Ending in(Duration time) {
            return new Ending(System.nanoTime() + time.toNanos());
        }

        boolean isReached() {
            return System.nanoTime() - nanoTime >= 0;
        }

        Duration orSooner(Duration time) {
            Duration left = Duration.ofNanos(Math.max(1, nanoTime - System.nanoTime()));
            return left.compareTo(time) < 0 ? left : time;
        }
    }
}
