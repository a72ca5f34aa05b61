package tusoi.review.reviews.domain;

import static tusoi.review.Profiles.day;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import tusoi.review.contract.CycleId;
import tusoi.review.contract.Grade;
import tusoi.review.contract.ReviewId;
import tusoi.review.contract.SubjectId;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;
import tusoi.review.reviews.domain.GradingFigures.OpenBelow;

/** Reviews of a cycle that opened on Tuesday, 15 November 2022. */
final class SomeReviews {
    static final LocalDate OPENED = day("2022-11-15");
    static final LocalDate TODAY = day("2023-01-10");
    static final UnitId BRANCH = new UnitId(new UUID(1, 1));
    static final UnitId BASE = new UnitId(new UUID(1, 2));

    private SomeReviews() {}

    static Subject subject(SubjectType type) {
        return new Subject(
                new ReviewId(new UUID(2, 1)),
                new CycleId(new UUID(3, 1)),
                2022,
                type,
                new SubjectId(new UUID(4, 1)),
                BRANCH,
                OPENED,
                "132+21-HD");
    }

    static Review.Obliged obliged() {
        return new Review.Obliged(subject(SubjectType.MEMBER));
    }

    static Review.SelfReviewed selfReviewed(SubjectType type, String on) {
        return new Review.SelfReviewed(subject(type), new SelfReview(day(on), Grade.GOOD, null));
    }

    static Review.Proposed proposed(SubjectType type, String on) {
        return new Review.Proposed(
                subject(type), new SelfReview(OPENED, Grade.GOOD, null), new Proposal(day(on), Grade.GOOD, null));
    }

    static Review.Decided decided(SubjectType type, String on, Grade grade) {
        var proposed = proposed(type, on);
        return new Review.Decided(
                proposed.subject(),
                proposed.self(),
                proposed.proposal(),
                List.of(new GradeRevision(1, grade, day(on), BASE)));
    }

    static Grading grading(String on, Grade grade) {
        return new Grading(day(on), grade, BASE);
    }

    static GradingFigures unobjectionable() {
        return new GradingFigures(DeciderStanding.BODY_OR_ABOVE, OpenBelow.NONE, new CapFigures(0, 0, 100, 0));
    }

    static GradingFigures cap(CapFigures cap) {
        return new GradingFigures(DeciderStanding.BODY_OR_ABOVE, OpenBelow.NONE, cap);
    }
}
