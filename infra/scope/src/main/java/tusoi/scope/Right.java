package tusoi.scope;

/** What a role allows on a unit and everything under it. */
public enum Right {
    UNIT_READ,
    UNIT_WRITE,
    MEMBER_READ,
    MEMBER_WRITE,
    MEMBER_IMPORT,
    /** Keeps a branch's books: meetings, studies, working rules, dues. */
    BRANCH_WRITE,
    ACCOUNT_ADMIN,
    CYCLE_OPEN,
    REVIEW_READ,
    REVIEW_WRITE,
    REVIEW_DECIDE,
    TARGET_SET,
    CASE_READ,
    CASE_WRITE,
    CASE_DECIDE,
    FIGURES_READ,
    AUDIT_READ
}
