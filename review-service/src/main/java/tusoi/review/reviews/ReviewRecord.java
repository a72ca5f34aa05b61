package tusoi.review.reviews;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tusoi.review.contract.ExclusionReason;
import tusoi.review.contract.ReviewPicture;
import tusoi.review.contract.SubjectId;
import tusoi.review.reviews.domain.GradeRevision;
import tusoi.review.reviews.domain.Proposal;
import tusoi.review.reviews.domain.Review;
import tusoi.review.reviews.domain.SelfReview;
import tusoi.review.reviews.domain.Subject;

/** A review laid flat, as a row and an event have it. */
record ReviewRecord(
        Subject subject,
        @Nullable ExclusionReason excluded,
        @Nullable SelfReview self,
        @Nullable Proposal proposal,
        List<GradeRevision> grades,
        @Nullable LocalDate reportedOn) {

    static ReviewRecord of(Review review) {
        return switch (review) {
            case Review.Excluded(var subject, var reason) ->
                new ReviewRecord(subject, reason, null, null, List.of(), null);
            case Review.Obliged(var subject) -> new ReviewRecord(subject, null, null, null, List.of(), null);
            case Review.SelfReviewed(var subject, var self) ->
                new ReviewRecord(subject, null, self, null, List.of(), null);
            case Review.Proposed(var subject, var self, var proposal) ->
                new ReviewRecord(subject, null, self, proposal, List.of(), null);
            case Review.Decided decided -> of(decided, null);
            case Review.Reported(var decided, var on) -> of(decided, on);
        };
    }

    private static ReviewRecord of(Review.Decided decided, @Nullable LocalDate reportedOn) {
        return new ReviewRecord(
                decided.subject(), null, decided.self(), decided.proposal(), decided.grades(), reportedOn);
    }

    Review toReview() {
        if (excluded != null) {
            return new Review.Excluded(subject, excluded);
        }
        if (self == null) {
            return new Review.Obliged(subject);
        }
        if (proposal == null) {
            return new Review.SelfReviewed(subject, self);
        }
        if (grades.isEmpty()) {
            return new Review.Proposed(subject, self, proposal);
        }
        var decided = new Review.Decided(subject, self, proposal, grades);
        return reportedOn == null ? decided : new Review.Reported(decided, reportedOn);
    }

    /** The same of another entry of the same person. */
    ReviewRecord as(SubjectId entry) {
        return new ReviewRecord(subject.of(entry), excluded, self, proposal, grades, reportedOn);
    }

    ReviewPicture picture() {
        return new ReviewPicture(
                subject.id().value(),
                subject.cycle().value(),
                subject.year(),
                subject.type(),
                subject.subjectId().value(),
                subject.unit().value(),
                excluded == null ? subject.openedOn() : null,
                excluded,
                self == null ? null : self.on(),
                self == null ? null : self.grade(),
                proposal == null ? null : proposal.on(),
                proposal == null ? null : proposal.grade(),
                grades.stream().map(ReviewRecord::revision).toList(),
                reportedOn,
                subject.profile());
    }

    private static ReviewPicture.Revision revision(GradeRevision grade) {
        return new ReviewPicture.Revision(
                grade.revision(),
                grade.grade(),
                grade.decidedOn(),
                grade.decider().value());
    }
}
