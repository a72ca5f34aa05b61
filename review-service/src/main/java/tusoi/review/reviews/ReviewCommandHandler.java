package tusoi.review.reviews;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.time.BusinessDays;
import tusoi.review.reviews.ReviewCommands.ProposeGrade;
import tusoi.review.reviews.ReviewCommands.ReportCompletion;
import tusoi.review.reviews.ReviewCommands.SubmitSelfReview;
import tusoi.review.reviews.domain.Review;
import tusoi.scope.Right;

/** Self-review, proposal and the report upward: what the unit itself records. */
@Component
class ReviewCommandHandler {
    private final Reviews reviews;
    private final ReviewJournal journal;
    private final RuleProfiles profiles;
    private final Clock clock;

    ReviewCommandHandler(Reviews reviews, ReviewJournal journal, RuleProfiles profiles, Clock clock) {
        this.reviews = reviews;
        this.journal = journal;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Transactional
    ReviewStep handle(SubmitSelfReview command) {
        var locked = reviews.lock(command.id(), Right.REVIEW_WRITE, command.expected());
        if (!(locked.review() instanceof Review.Obliged obliged)) {
            throw locked.wrongState("OBLIGED");
        }
        var step = obliged.submit(command.self(), BusinessDays.today(clock)).orThrow(Overrides.NONE);
        return journal.save(locked, step, Overrides.NONE);
    }

    @Transactional
    ReviewStep handle(ProposeGrade command) {
        var locked = reviews.lock(command.id(), Right.REVIEW_WRITE, command.expected());
        if (!(locked.review() instanceof Review.SelfReviewed selfReviewed)) {
            throw locked.wrongState("SELF_REVIEWED");
        }
        var profile = profiles.on("review", selfReviewed.subject().openedOn());
        var step = selfReviewed
                .propose(command.proposal(), BusinessDays.today(clock), profile)
                .orThrow(command.overrides());
        return journal.save(locked, step, command.overrides());
    }

    @Transactional
    ReviewStep handle(ReportCompletion command) {
        var locked = reviews.lock(command.id(), Right.REVIEW_WRITE, command.expected());
        if (!(locked.review() instanceof Review.Decided decided)) {
            throw locked.wrongState("DECIDED");
        }
        var step = decided.report(command.on(), BusinessDays.today(clock)).orThrow(Overrides.NONE);
        return journal.save(locked, step, Overrides.NONE);
    }
}
