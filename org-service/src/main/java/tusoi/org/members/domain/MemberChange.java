package tusoi.org.members.domain;

/** What happened to a membership. */
public enum MemberChange {
    REGISTERED,
    ADMITTED,
    RECOGNISED,
    TRANSFERRED,
    EXEMPTED,
    LEFT
}
