package tusoi.review.reviews.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.review.Outcomes.passed;
import static tusoi.review.Outcomes.refused;
import static tusoi.review.Outcomes.warned;
import static tusoi.review.Profiles.day;
import static tusoi.review.reviews.domain.ReviewRules.REV_11;
import static tusoi.review.reviews.domain.ReviewRules.REV_12;
import static tusoi.review.reviews.domain.ReviewRules.REV_13;
import static tusoi.review.reviews.domain.ReviewRules.REV_16;
import static tusoi.review.reviews.domain.ReviewRules.REV_17;
import static tusoi.review.reviews.domain.SomeReviews.TODAY;
import static tusoi.review.reviews.domain.SomeReviews.decided;
import static tusoi.review.reviews.domain.SomeReviews.grading;
import static tusoi.review.reviews.domain.SomeReviews.proposed;
import static tusoi.review.reviews.domain.SomeReviews.unobjectionable;

import org.junit.jupiter.api.Test;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;
import tusoi.review.Profiles;
import tusoi.review.contract.Grade;
import tusoi.review.contract.SubjectType;
import tusoi.review.reviews.domain.GradingFigures.OpenBelow;

class GradingTest {
    private final RuleProfile profile = Profiles.of2018();

    @Test // REV-11
    void anOutsiderIsRefused() {
        refused(decide(figures(DeciderStanding.OUTSIDE, OpenBelow.NONE)), REV_11);
    }

    @Test // REV-12
    void aSectionDecidingAboutAMemberIsAWarning() {
        warned(decide(figures(DeciderStanding.BELOW_BODY, OpenBelow.NONE)), REV_12);
        passed(decide(figures(DeciderStanding.BODY_OR_ABOVE, OpenBelow.NONE)));
    }

    @Test // REV-13
    void openLowerUnitsAreAWarningAndNoBlock() {
        warned(decide(figures(DeciderStanding.BODY_OR_ABOVE, new OpenBelow(1, 0))), REV_13);
    }

    @Test // REV-13
    void openMembersAreAWarning() {
        warned(decide(figures(DeciderStanding.BODY_OR_ABOVE, new OpenBelow(0, 1))), REV_13);
    }

    @Test
    void theFirstGradeIsRevisionOne() {
        var state = passed(proposed(SubjectType.MEMBER, "2022-12-01")
                .decide(grading("2022-12-12", Grade.GOOD), unobjectionable(), TODAY, profile));

        assertThat(state.grades())
                .containsExactly(new GradeRevision(1, Grade.GOOD, day("2022-12-12"), SomeReviews.BASE));
    }

    @Test // REV-16
    void aRevisionKeepsTheOldGrade() {
        var revised = passed(decided(SubjectType.MEMBER, "2022-12-12", Grade.GOOD)
                .revise(grading("2023-01-09", Grade.NOT_COMPLETED), unobjectionable(), TODAY, profile));

        assertThat(revised.grades()).extracting(GradeRevision::grade).containsExactly(Grade.GOOD, Grade.NOT_COMPLETED);
        assertThat(revised.grade()).isEqualTo(Grade.NOT_COMPLETED);
    }

    @Test // REV-16
    void aRevisionToTheSameGradeIsRefused() {
        refused(
                decided(SubjectType.MEMBER, "2022-12-12", Grade.GOOD)
                        .revise(grading("2023-01-09", Grade.GOOD), unobjectionable(), TODAY, profile),
                REV_16);
    }

    @Test // REV-16
    void aReportedReviewStaysReportedWhenItIsRevised() {
        var reported =
                passed(decided(SubjectType.UNIT, "2022-12-12", Grade.GOOD).report(day("2022-12-14"), TODAY));

        var revised =
                passed(reported.revise(grading("2023-01-09", Grade.COMPLETED), unobjectionable(), TODAY, profile));

        assertThat(revised.on()).isEqualTo(day("2022-12-14"));
        assertThat(revised.decided().grade()).isEqualTo(Grade.COMPLETED);
        refused(revised.revise(grading("2023-01-10", Grade.COMPLETED), unobjectionable(), TODAY, profile), REV_16);
    }

    @Test // REV-17
    void aMembersReviewIsNotReportedUpward() {
        refused(decided(SubjectType.MEMBER, "2022-12-12", Grade.GOOD).report(day("2022-12-14"), TODAY), REV_17);
        passed(decided(SubjectType.LEADERSHIP_COLLECTIVE, "2022-12-12", Grade.GOOD)
                .report(day("2022-12-14"), TODAY));
    }

    private Decision<?, ?> decide(GradingFigures figures) {
        return proposed(SubjectType.UNIT, "2022-12-01")
                .decide(grading("2022-12-12", Grade.GOOD), figures, TODAY, profile);
    }

    private static GradingFigures figures(DeciderStanding standing, OpenBelow below) {
        return new GradingFigures(standing, below, CapFigures.NONE);
    }
}
