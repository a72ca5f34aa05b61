package tusoi.review.contract;

/** What can happen to a review, with its name on the wire. */
public enum ReviewEventType {
    SUBJECT_OBLIGED("review.subject-obliged.v1"),
    SUBJECT_EXCLUDED("review.subject-excluded.v1"),
    SELF_REVIEW_SUBMITTED("review.self-review-submitted.v1"),
    GRADE_PROPOSED("review.grade-proposed.v1"),
    GRADE_DECIDED("review.grade-decided.v1"),
    GRADE_REVISED("review.grade-revised.v1"),
    COMPLETION_REPORTED("review.completion-reported.v1");

    private final String wireName;

    ReviewEventType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
