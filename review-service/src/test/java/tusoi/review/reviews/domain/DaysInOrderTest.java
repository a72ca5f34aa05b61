package tusoi.review.reviews.domain;

import static tusoi.review.Outcomes.passed;
import static tusoi.review.Outcomes.refused;
import static tusoi.review.Profiles.day;
import static tusoi.review.reviews.domain.ReviewRules.REV_07;
import static tusoi.review.reviews.domain.SomeReviews.OPENED;
import static tusoi.review.reviews.domain.SomeReviews.TODAY;
import static tusoi.review.reviews.domain.SomeReviews.decided;
import static tusoi.review.reviews.domain.SomeReviews.grading;
import static tusoi.review.reviews.domain.SomeReviews.obliged;
import static tusoi.review.reviews.domain.SomeReviews.proposed;
import static tusoi.review.reviews.domain.SomeReviews.selfReviewed;
import static tusoi.review.reviews.domain.SomeReviews.unobjectionable;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;
import tusoi.review.Profiles;
import tusoi.review.contract.Grade;
import tusoi.review.contract.SubjectType;

/** REV-07 */
class DaysInOrderTest {
    private final RuleProfile profile = Profiles.of2018();

    @Test
    void selfReviewOnTheOpeningDayPasses() {
        passed(obliged().submit(self(OPENED), TODAY));
    }

    @Test
    void selfReviewTodayPasses() {
        passed(obliged().submit(self(TODAY), TODAY));
    }

    @Test
    void selfReviewBeforeTheOpeningIsRefused() {
        refused(obliged().submit(self(OPENED.minusDays(1)), TODAY), REV_07);
    }

    @Test
    void selfReviewInTheFutureIsRefused() {
        refused(obliged().submit(self(TODAY.plusDays(1)), TODAY), REV_07);
    }

    @Test
    void proposalBeforeTheSelfReviewIsRefused() {
        refused(propose("2022-12-01", "2022-11-30"), REV_07);
        passed(propose("2022-12-01", "2022-12-01"));
    }

    @Test
    void decisionBeforeTheProposalIsRefused() {
        refused(decide("2022-12-01", "2022-11-30"), REV_07);
        passed(decide("2022-12-01", "2022-12-01"));
    }

    @Test
    void decisionInTheFutureIsRefused() {
        refused(decide("2022-12-01", "2023-01-11"), REV_07);
    }

    @Test
    void revisionBeforeTheLastDecisionIsRefused() {
        refused(revise("2022-12-12", "2022-12-11"), REV_07);
        passed(revise("2022-12-12", "2022-12-12"));
    }

    @Test
    void reportBeforeTheDecisionIsRefused() {
        refused(report("2022-12-12", "2022-12-11"), REV_07);
        passed(report("2022-12-12", "2022-12-12"));
    }

    private static SelfReview self(LocalDate on) {
        return new SelfReview(on, Grade.GOOD, null);
    }

    private Decision<?, ?> propose(String self, String on) {
        return selfReviewed(SubjectType.MEMBER, self).propose(new Proposal(day(on), Grade.GOOD, null), TODAY, profile);
    }

    private Decision<?, ?> decide(String proposed, String on) {
        return proposed(SubjectType.MEMBER, proposed)
                .decide(grading(on, Grade.GOOD), unobjectionable(), TODAY, profile);
    }

    private Decision<?, ?> revise(String decided, String on) {
        return decided(SubjectType.MEMBER, decided, Grade.GOOD)
                .revise(grading(on, Grade.NOT_COMPLETED), unobjectionable(), TODAY, profile);
    }

    private static Decision<?, ?> report(String decided, String on) {
        return decided(SubjectType.UNIT, decided, Grade.GOOD).report(day(on), TODAY);
    }
}
