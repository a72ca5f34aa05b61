package tusoi.review.contract;

/** Whether a target is to be reached or not to be passed. */
public enum TargetComparison {
    AT_LEAST,
    AT_MOST
}
