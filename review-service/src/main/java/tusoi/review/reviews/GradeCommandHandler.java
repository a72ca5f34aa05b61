package tusoi.review.reviews;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.time.BusinessDays;
import tusoi.review.contract.ReviewEventType;
import tusoi.review.reviews.ReviewCommands.DecideGrade;
import tusoi.review.reviews.ReviewCommands.ReviseGrade;
import tusoi.review.reviews.domain.Grading;
import tusoi.review.reviews.domain.GradingFigures;
import tusoi.review.reviews.domain.Review;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** What the deciding body has decided; the caller needs the right at that body's unit. */
@Component
class GradeCommandHandler {
    private final Reviews reviews;
    private final ReviewJournal journal;
    private final GradingFacts facts;
    private final Standard standard;

    GradeCommandHandler(Reviews reviews, ReviewJournal journal, GradingFacts facts, Standard standard) {
        this.reviews = reviews;
        this.journal = journal;
        this.facts = facts;
        this.standard = standard;
    }

    @Transactional
    ReviewStep handle(DecideGrade command) {
        var locked = reviews.lock(command.id(), Right.REVIEW_DECIDE, command.expected());
        standard.mayDecide(command.grading());
        if (!(locked.review() instanceof Review.Proposed proposed)) {
            throw locked.wrongState("PROPOSED");
        }
        var figures = facts.ofDecision(locked, command.grading());
        var step = proposed.decide(command.grading(), figures, standard.today(), standard.of(proposed))
                .orThrow(command.overrides());
        return journal.save(locked, step, command.overrides());
    }

    @Transactional
    ReviewStep handle(ReviseGrade command) {
        var locked = reviews.lock(command.id(), Right.REVIEW_DECIDE, command.expected());
        standard.mayDecide(command.grading());
        var step = revise(locked, command.grading()).orThrow(command.overrides());
        return journal.save(locked, step, command.overrides(), command.reason());
    }

    private Decision<? extends Review, ReviewEventType> revise(Reviews.Locked locked, Grading grading) {
        RuleProfile profile = standard.of(locked.review());
        return switch (locked.review()) {
            case Review.Decided decided -> decided.revise(grading, figures(locked, grading), standard.today(), profile);
            case Review.Reported reported ->
                reported.revise(grading, figures(locked, grading), standard.today(), profile);
            default -> throw locked.wrongState("DECIDED or REPORTED");
        };
    }

    private GradingFigures figures(Reviews.Locked locked, Grading grading) {
        return facts.ofRevision(locked, grading);
    }

    /** Who may decide, by which profile, on what day. */
    @Component
    static class Standard {
        private final Scope scope;
        private final RuleProfiles profiles;
        private final Clock clock;

        Standard(Scope scope, RuleProfiles profiles, Clock clock) {
            this.scope = scope;
            this.profiles = profiles;
            this.clock = clock;
        }

        void mayDecide(Grading grading) {
            scope.require(Right.REVIEW_DECIDE, grading.decider().value());
        }

        RuleProfile of(Review review) {
            return profiles.on("review", review.subject().openedOn());
        }

        LocalDate today() {
            return BusinessDays.today(clock);
        }
    }
}
