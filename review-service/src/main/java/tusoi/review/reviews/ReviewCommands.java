package tusoi.review.reviews;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.IfMatch;
import tusoi.review.contract.ReviewId;
import tusoi.review.reviews.domain.Grading;
import tusoi.review.reviews.domain.Proposal;
import tusoi.review.reviews.domain.SelfReview;

/** The commands on a review; {@code expected} is null in bulk, where nobody has read each version. */
final class ReviewCommands {
    private ReviewCommands() {}

    record SubmitSelfReview(ReviewId id, @Nullable IfMatch expected, SelfReview self) {}

    record ProposeGrade(ReviewId id, @Nullable IfMatch expected, Proposal proposal, Overrides overrides) {}

    record DecideGrade(ReviewId id, @Nullable IfMatch expected, Grading grading, Overrides overrides) {}

    record ReviseGrade(ReviewId id, @Nullable IfMatch expected, Grading grading, String reason, Overrides overrides) {}

    record ReportCompletion(ReviewId id, @Nullable IfMatch expected, LocalDate on) {}
}
