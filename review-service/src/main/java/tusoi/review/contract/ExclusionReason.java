package tusoi.review.contract;

/** Why a subject is not graded in a cycle (rules B.1), so that graded and all can be reconciled. */
public enum ExclusionReason {
    EXEMPT,
    SUSPENDED,
    NEW_UNDER_6_MONTHS,
    ABSENT_LONG,
    /** Reviewed in another cycle of the year already, after a move on the days between; or by another entry of the same person. */
    OTHER
}
