package tusoi.org.meetings;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.meetings.domain.Minutes;

/** Meetings as they are shown. */
final class MeetingViews {
    private MeetingViews() {}

    /** A meeting's whole record as it was known. */
    record Whole(
            UUID id,
            UUID unitId,
            String kind,
            String month,
            String state,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate heldOn,
            int expected,
            int attended,
            Minutes minutes,
            @Nullable String reason,
            @Nullable String profile,
            OffsetDateTime recordedFrom,
            long version) {}

    record OpenTask(
            UUID taskId,
            String title,
            String owner,
            @Nullable UUID memberId,
            @Nullable LocalDate dueOn,
            LocalDate setOn,
            @Nullable String result,
            @Nullable LocalDate answeredOn) {}

    record Expected(UUID memberId, String fullName, String state, boolean exempt, boolean suspended) {}

    /** What a secretary has before a meeting: who is at home, and the tasks to be answered. */
    record Agenda(UUID unitId, LocalDate on, List<Expected> members, List<OpenTask> tasks) {}
}
