package tusoi.review.reviews;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.platform.audit.Audit;
import tusoi.platform.outbox.Outbox;
import tusoi.platform.outbox.OutgoingEvent;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;
import tusoi.review.contract.ReviewEventType;
import tusoi.review.reviews.domain.Review;
import tusoi.review.warnings.AnsweredWarnings;

/** Saves a step: the new state, the warnings answered for, the event and the audit row, all with one recorded time. */
@Component
class ReviewJournal {
    private final Reviews reviews;
    private final AnsweredWarnings answered;
    private final TransactionClock clock;
    private final Outbox outbox;
    private final Audit audit;

    ReviewJournal(Reviews reviews, AnsweredWarnings answered, TransactionClock clock, Outbox outbox, Audit audit) {
        this.reviews = reviews;
        this.answered = answered;
        this.clock = clock;
        this.outbox = outbox;
        this.audit = audit;
    }

    ReviewStep save(Reviews.Locked before, Accepted<? extends Review, ReviewEventType> step, Overrides overrides) {
        return save(before, step, overrides, null);
    }

    ReviewStep save(
            Reviews.Locked before,
            Accepted<? extends Review, ReviewEventType> step,
            Overrides overrides,
            @Nullable String reason) {
        ReviewRecord after = ReviewRecord.of(step.state());
        var id = after.subject().id();
        long version = before.version() + 1;
        var recordedAt = clock.recordedAtAfter(before.recordedAt());
        reviews.update(after, version, recordedAt);
        if (GRADINGS.contains(step.event())) {
            reviews.addGrade(id, after.grades().getLast(), reason, recordedAt);
        }
        answered.add(id.value(), version, step.warnings(), overrides, recordedAt);
        var picture = after.picture();
        outbox.publish(new OutgoingEvent(step.event().wireName(), id.value().toString(), id.value(), version, picture));
        audit.changed(
                step.event().wireName(),
                "review",
                id.value(),
                after.subject().unit().value(),
                ReviewRecord.of(before.review()).picture(),
                picture,
                reason);
        return new ReviewStep(id.value(), after.subject().subjectId().value(), ReviewState.of(step.state()), version);
    }

    private static final List<ReviewEventType> GRADINGS =
            List.of(ReviewEventType.GRADE_DECIDED, ReviewEventType.GRADE_REVISED);
}
