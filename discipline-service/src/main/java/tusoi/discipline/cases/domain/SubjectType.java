package tusoi.discipline.cases.domain;

/** Whom a case is about. */
public enum SubjectType {
    MEMBER,
    UNIT
}
