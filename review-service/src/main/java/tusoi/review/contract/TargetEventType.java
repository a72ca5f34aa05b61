package tusoi.review.contract;

/** What can happen to a target, with its name on the wire. */
public enum TargetEventType {
    SET("review.target-set.v1"),
    RESULT_RECORDED("review.target-result-recorded.v1"),
    RESULT_CORRECTED("review.target-result-corrected.v1"),
    RESULT_WITHDRAWN("review.target-result-withdrawn.v1"),
    CANCELLED("review.target-cancelled.v1");

    private final String wireName;

    TargetEventType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
