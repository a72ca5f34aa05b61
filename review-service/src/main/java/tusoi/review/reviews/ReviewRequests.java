package tusoi.review.reviews;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.review.contract.Grade;
import tusoi.review.contract.ReviewId;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;
import tusoi.review.reviews.domain.Ballots;
import tusoi.review.reviews.domain.Grading;
import tusoi.review.reviews.domain.Proposal;
import tusoi.review.reviews.domain.SelfReview;

/** The bodies of the commands. In bulk an item also names its review, by its id or by the subject's. */
final class ReviewRequests {
    static final int TEXT_CHARACTERS = 20_000;
    static final int REASON_CHARACTERS = 2_000;

    private ReviewRequests() {}

    static Overrides overrides(@Nullable Map<String, String> reasonsByRule) {
        return reasonsByRule == null ? Overrides.NONE : new Overrides(reasonsByRule);
    }

    record SelfReviewBody(
            @NotNull LocalDate on,
            @NotNull Grade grade,
            @Nullable @Size(max = TEXT_CHARACTERS) String text) {
        ReviewCommands.SubmitSelfReview of(ReviewId id, @Nullable IfMatch expected) {
            return new ReviewCommands.SubmitSelfReview(id, expected, new SelfReview(on, grade, text));
        }
    }

    record ProposalBody(
            @NotNull LocalDate on,
            @NotNull Grade grade,
            @Nullable Ballots ballots,
            @Nullable Map<String, @Size(max = REASON_CHARACTERS) String> overrides) {
        ReviewCommands.ProposeGrade of(ReviewId id, @Nullable IfMatch expected) {
            return new ReviewCommands.ProposeGrade(
                    id, expected, new Proposal(on, grade, ballots), ReviewRequests.overrides(overrides));
        }
    }

    record DecisionBody(
            @NotNull LocalDate on,
            @NotNull Grade grade,
            @NotNull UUID deciderUnitId,
            @Nullable Map<String, @Size(max = REASON_CHARACTERS) String> overrides) {
        ReviewCommands.DecideGrade of(ReviewId id, @Nullable IfMatch expected) {
            return new ReviewCommands.DecideGrade(
                    id,
                    expected,
                    new Grading(on, grade, new UnitId(deciderUnitId)),
                    ReviewRequests.overrides(overrides));
        }
    }

    record RevisionBody(
            @NotNull LocalDate on,
            @NotNull Grade grade,
            @NotNull UUID deciderUnitId,
            @NotBlank @Size(max = REASON_CHARACTERS) String reason,
            @Nullable Map<String, @Size(max = REASON_CHARACTERS) String> overrides) {
        ReviewCommands.ReviseGrade of(ReviewId id, @Nullable IfMatch expected) {
            return new ReviewCommands.ReviseGrade(
                    id,
                    expected,
                    new Grading(on, grade, new UnitId(deciderUnitId)),
                    reason,
                    ReviewRequests.overrides(overrides));
        }
    }

    record ReportBody(@NotNull LocalDate on) {
        ReviewCommands.ReportCompletion of(ReviewId id, @Nullable IfMatch expected) {
            return new ReviewCommands.ReportCompletion(id, expected, on);
        }
    }

    /** Up to 200 items. */
    record Items<T extends Item>(
            @NotEmpty @Size(max = Page.MAX_SIZE) List<@Valid T> items) {}

    /** Names a review by its id, or by its subject, with the subject's type where one unit stands for two. */
    sealed interface Item {
        @Nullable
        UUID reviewId();

        @Nullable
        UUID subjectId();

        @Nullable
        SubjectType subjectType();
    }

    record SelfReviewItem(
            @Nullable UUID reviewId,
            @Nullable UUID subjectId,
            @Nullable SubjectType subjectType,
            @NotNull LocalDate on,
            @NotNull Grade grade,
            @Nullable @Size(max = TEXT_CHARACTERS) String text)
            implements Item {
        SelfReviewBody body() {
            return new SelfReviewBody(on, grade, text);
        }
    }

    record ProposalItem(
            @Nullable UUID reviewId,
            @Nullable UUID subjectId,
            @Nullable SubjectType subjectType,
            @NotNull LocalDate on,
            @NotNull Grade grade,
            @Nullable Ballots ballots,
            @Nullable Map<String, @Size(max = REASON_CHARACTERS) String> overrides)
            implements Item {
        ProposalBody body() {
            return new ProposalBody(on, grade, ballots, overrides);
        }
    }

    record DecisionItem(
            @Nullable UUID reviewId,
            @Nullable UUID subjectId,
            @Nullable SubjectType subjectType,
            @NotNull LocalDate on,
            @NotNull Grade grade,
            @NotNull UUID deciderUnitId,
            @Nullable Map<String, @Size(max = REASON_CHARACTERS) String> overrides)
            implements Item {
        DecisionBody body() {
            return new DecisionBody(on, grade, deciderUnitId, overrides);
        }
    }

    record RevisionItem(
            @Nullable UUID reviewId,
            @Nullable UUID subjectId,
            @Nullable SubjectType subjectType,
            @NotNull LocalDate on,
            @NotNull Grade grade,
            @NotNull UUID deciderUnitId,
            @NotBlank @Size(max = REASON_CHARACTERS) String reason,
            @Nullable Map<String, @Size(max = REASON_CHARACTERS) String> overrides)
            implements Item {
        RevisionBody body() {
            return new RevisionBody(on, grade, deciderUnitId, reason, overrides);
        }
    }

    record ReportItem(
            @Nullable UUID reviewId,
            @Nullable UUID subjectId,
            @Nullable SubjectType subjectType,
            @NotNull LocalDate on) implements Item {
        ReportBody body() {
            return new ReportBody(on);
        }
    }
}
