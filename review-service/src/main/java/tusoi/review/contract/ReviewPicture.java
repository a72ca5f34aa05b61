package tusoi.review.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of every event of a review: its whole picture so far. Key and aggregate are the review. */
public record ReviewPicture(
        UUID reviewId,
        UUID cycleId,
        int year,
        SubjectType subjectType,
        UUID subjectId,
        UUID unitId,
        @Nullable LocalDate obligedFrom,
        @Nullable ExclusionReason excludedReason,
        @Nullable LocalDate selfReviewedOn,
        @Nullable Grade selfGrade,
        @Nullable LocalDate proposedOn,
        @Nullable Grade proposedGrade,
        List<Revision> grades,
        @Nullable LocalDate reportedOn,
        String profile) {
    public ReviewPicture {
        grades = List.copyOf(grades);
    }

    /** The first decision is revision 1; the last one counts. */
    public record Revision(int revision, Grade grade, LocalDate decidedOn, UUID deciderUnitId) {}
}
