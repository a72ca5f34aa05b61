package tusoi.discipline.cases.domain;

/** What happened to a case; the picture that goes with it is the case as it then stands. */
public enum CaseEvent {
    CASE_RECEIVED,
    CASE_VERIFYING,
    SELF_REVIEW_RECEIVED,
    CASE_HEARD,
    BALLOTS_COUNTED,
    CASE_DECIDED,
    DECISION_ANNOUNCED,
    CASE_CLOSED
}
