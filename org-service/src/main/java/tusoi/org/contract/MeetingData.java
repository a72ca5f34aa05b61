package tusoi.org.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of every meeting event: schema meeting.v1. No text of the minutes leaves the service. */
public record MeetingData(
        UUID meetingId,
        UUID unitId,
        String kind,
        String month,
        String state,
        @Nullable LocalDate plannedOn,
        @Nullable LocalDate heldOn,
        int expected,
        int attended,
        List<Attendance> attendance,
        List<Task> tasks,
        List<Answer> answers,
        List<Shortcoming> shortcomings,
        List<Superior> superiors) {
    public record Attendance(UUID memberId, String status) {}

    public record Task(
            UUID taskId,
            String owner,
            @Nullable UUID memberId,
            @Nullable LocalDate dueOn) {}

    public record Answer(UUID taskId, String result) {}

    public record Shortcoming(String owner, @Nullable UUID memberId, String category) {}

    public record Superior(@Nullable UUID memberId, String post, UUID unitId) {}
}
