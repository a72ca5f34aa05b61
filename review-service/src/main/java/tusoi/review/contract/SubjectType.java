package tusoi.review.contract;

/** Who is reviewed (rules B.1). */
public enum SubjectType {
    MEMBER,
    UNIT,
    LEADERSHIP_COLLECTIVE
}
