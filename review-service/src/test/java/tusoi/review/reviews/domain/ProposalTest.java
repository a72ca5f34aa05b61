package tusoi.review.reviews.domain;

import static tusoi.review.Outcomes.passed;
import static tusoi.review.Outcomes.refused;
import static tusoi.review.Outcomes.warned;
import static tusoi.review.Profiles.day;
import static tusoi.review.reviews.domain.ReviewRules.REV_08;
import static tusoi.review.reviews.domain.ReviewRules.REV_09;
import static tusoi.review.reviews.domain.ReviewRules.REV_10;
import static tusoi.review.reviews.domain.SomeReviews.TODAY;
import static tusoi.review.reviews.domain.SomeReviews.selfReviewed;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tusoi.platform.rules.Decision;
import tusoi.review.Profiles;
import tusoi.review.contract.Grade;
import tusoi.review.contract.SubjectType;

class ProposalTest {
    @Test // REV-09
    void moreVotesThanPresentAreRefused() {
        refused(vote(new Ballots(30, 20, 21)), REV_09);
        passed(vote(new Ballots(30, 20, 20)));
    }

    @Test // REV-09
    void morePresentThanEntitledAreRefused() {
        refused(vote(new Ballots(30, 31, 10)), REV_09);
        passed(vote(new Ballots(30, 30, 30)));
    }

    @Test // REV-09
    void votesBelowZeroAreRefused() {
        refused(vote(new Ballots(30, 20, -1)), REV_09);
    }

    @Test // REV-10
    void exactlyTwoThirdsPresentPass() {
        passed(vote(new Ballots(30, 20, 15)));
    }

    @Test // REV-10
    void oneLessThanTwoThirdsIsAWarning() {
        warned(vote(new Ballots(30, 19, 15)), REV_10);
    }

    @Test // REV-10
    void noBallotsNoQuorum() {
        passed(vote(null));
    }

    @Test // REV-08
    void aCollectivesReportThreeWorkingDaysBeforePasses() {
        // Tuesday to Friday
        passed(meet(SubjectType.LEADERSHIP_COLLECTIVE, "2022-12-06", "2022-12-09"));
    }

    @Test // REV-08
    void aWeekendCountsForNothing() {
        // Thursday to Monday: Friday and Monday
        warned(meet(SubjectType.LEADERSHIP_COLLECTIVE, "2022-12-08", "2022-12-12"), REV_08);
        passed(meet(SubjectType.LEADERSHIP_COLLECTIVE, "2022-12-08", "2022-12-13"));
    }

    @Test // REV-08
    void onlyACollectivesReportHasANotice() {
        passed(meet(SubjectType.MEMBER, "2022-12-08", "2022-12-08"));
        passed(meet(SubjectType.UNIT, "2022-12-08", "2022-12-08"));
    }

    private static Decision<?, ?> vote(@Nullable Ballots ballots) {
        return selfReviewed(SubjectType.MEMBER, "2022-12-01")
                .propose(new Proposal(day("2022-12-05"), Grade.GOOD, ballots), TODAY, Profiles.of2018());
    }

    private static Decision<?, ?> meet(SubjectType type, String sent, String met) {
        return selfReviewed(type, sent).propose(new Proposal(day(met), Grade.GOOD, null), TODAY, Profiles.of2018());
    }
}
