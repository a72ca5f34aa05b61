package tusoi.org.studies.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.roster.AttendanceStatus;

/** How a member attended a session, and where at home on its day. */
public record RollLine(
        UUID memberId,
        UUID unitId,
        AttendanceStatus status,
        @Nullable String reason) {
    /** Absent without excuse, late or gone early: to be told in the published list. */
    public boolean isTold() {
        return status == AttendanceStatus.ABSENT
                || status == AttendanceStatus.LATE
                || status == AttendanceStatus.LEFT_EARLY;
    }
}
