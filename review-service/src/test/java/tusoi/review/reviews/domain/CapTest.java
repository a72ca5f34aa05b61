package tusoi.review.reviews.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.review.Outcomes.passed;
import static tusoi.review.Outcomes.warned;
import static tusoi.review.reviews.domain.ReviewRules.REV_14;
import static tusoi.review.reviews.domain.ReviewRules.REV_15;
import static tusoi.review.reviews.domain.SomeReviews.TODAY;
import static tusoi.review.reviews.domain.SomeReviews.cap;
import static tusoi.review.reviews.domain.SomeReviews.grading;
import static tusoi.review.reviews.domain.SomeReviews.proposed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;
import tusoi.review.Profiles;
import tusoi.review.contract.Grade;
import tusoi.review.contract.SubjectType;

/** REV-14 for members, REV-15 for units and collectives: 20 % of those graded GOOD, rounded down, unless the base is another. */
class CapTest {
    @ParameterizedTest
    @CsvSource({"10, 1, true", "10, 2, false", "9, 0, true", "9, 1, false", "4, 0, false", "5, 0, true", "0, 0, false"})
    void theLastPlaceIsRoundedDown(int good, int excellentBefore, boolean allowed) {
        var decision = decide(SubjectType.MEMBER, new CapFigures(excellentBefore, 0, good, 0), Profiles.of2018());

        if (allowed) {
            passed(decision);
        } else {
            warned(decision, REV_14);
        }
    }

    @Test // REV-15
    void unitsAndCollectivesHaveTheirOwnCap() {
        warned(decide(SubjectType.UNIT, new CapFigures(1, 0, 5, 0), Profiles.of2023()), REV_15);
        warned(decide(SubjectType.LEADERSHIP_COLLECTIVE, new CapFigures(1, 0, 5, 0), Profiles.of2023()), REV_15);
        passed(decide(SubjectType.UNIT, new CapFigures(0, 0, 5, 0), Profiles.of2023()));
    }

    @ParameterizedTest
    @MethodSource("tusoi.review.Profiles#all")
    void everyShippedProfileCapsAtTwentyPercentOfGood(RuleProfile profile) {
        assertThat(new CapFigures(0, 0, 100, 50).allowed(profile, REV_14)).isEqualTo(20);
        assertThat(new CapFigures(0, 0, 100, 50).allowed(profile, REV_15)).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"1, 20", "2, 22", "3, 32"})
    void theBaseIsTheProfiles(int base, int allowed) {
        RuleProfile profile = Profiles.with(Profiles.of2023(), REV_14, "base", base);

        // with this one 10 are excellent: 6 decided, 3 more proposed
        assertThat(new CapFigures(6, 3, 100, 50).allowed(profile, REV_14)).isEqualTo(allowed);
    }

    @Test // REV-14
    void thePercentageIsTheProfiles() {
        RuleProfile profile = Profiles.with(Profiles.of2025(), REV_14, "percent", 25);

        passed(decide(SubjectType.MEMBER, new CapFigures(24, 0, 100, 0), profile));
        warned(decide(SubjectType.MEMBER, new CapFigures(25, 0, 100, 0), profile), REV_14);
    }

    @Test // REV-14
    void theWarningHasItsFigures() {
        var decision = decide(SubjectType.MEMBER, new CapFigures(2, 0, 12, 3), Profiles.of2018());

        assertThat(decision).isInstanceOfSatisfying(Decision.Accepted.class, accepted -> assertThat(
                        accepted.warnings().toString())
                .contains("excellentWithThisOne=3", "allowed=2", "percent=20", "baseName=GRADED_GOOD", "base=12"));
    }

    @Test // REV-14
    void anotherGradeNeedsNoPlace() {
        passed(proposed(SubjectType.MEMBER, "2022-12-01")
                .decide(grading("2022-12-12", Grade.GOOD), cap(CapFigures.NONE), TODAY, Profiles.of2018()));
    }

    private static Decision<?, ?> decide(SubjectType type, CapFigures cap, RuleProfile profile) {
        return proposed(type, "2022-12-01").decide(grading("2022-12-12", Grade.EXCELLENT), cap(cap), TODAY, profile);
    }
}
