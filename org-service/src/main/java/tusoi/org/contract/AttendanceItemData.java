package tusoi.org.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of every attendance item event: schema attendance.v1. What a branch answered is not told. */
public record AttendanceItemData(
        UUID itemId,
        UUID sessionId,
        UUID listId,
        UUID unitId,
        String state,
        LocalDate raisedOn,
        @Nullable LocalDate answeredOn,
        Counts counts,
        List<Member> members) {
    public record Counts(int absent, int late, int leftEarly) {}

    public record Member(UUID memberId, String status) {}
}
