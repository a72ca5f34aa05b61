package tusoi.org.members.domain;

/** Dự bị or chính thức. */
public enum MemberState {
    PROBATIONARY,
    OFFICIAL
}
