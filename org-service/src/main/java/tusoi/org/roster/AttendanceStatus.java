package tusoi.org.roster;

/** How a member attended: a meeting as well as a study session. */
public enum AttendanceStatus {
    PRESENT,
    ABSENT,
    ABSENT_EXCUSED,
    LATE,
    LEFT_EARLY;

    /** Late comers and early leavers were there. */
    public boolean isThere() {
        return this == PRESENT || this == LATE || this == LEFT_EARLY;
    }
}
