package tusoi.review.contract;

/** Why a cycle is held (rules B.2); quarterly, term and campaign cycles come with later issues. */
public enum CycleKind {
    ANNUAL
}
