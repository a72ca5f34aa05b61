package tusoi.discipline.removals.domain;

/** What happened to a removal. */
public enum RemovalEvent {
    REMOVAL_OPENED,
    SELF_REVIEW_RECEIVED,
    REMOVAL_VOTED,
    REMOVAL_PROPOSED,
    MEMBER_REMOVED,
    REMOVAL_CLOSED
}
