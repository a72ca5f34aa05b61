package tusoi.review.contract;

/** The four grades, best first (rules B.4). */
public enum Grade {
    EXCELLENT,
    GOOD,
    COMPLETED,
    NOT_COMPLETED;

    public boolean isGoodOrBetter() {
        return this == EXCELLENT || this == GOOD;
    }
}
