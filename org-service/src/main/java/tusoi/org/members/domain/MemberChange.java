package tusoi.org.members.domain;

/** What happened to a membership. */
public enum MemberChange {
    REGISTERED,
    ADMITTED,
    READMITTED,
    REINSTATED,
    RECOGNISED,
    TRANSFERRED,
    EXEMPTED,
    SUSPENDED,
    LEFT,
    CORRECTED,
    MERGED
}
