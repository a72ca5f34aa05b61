package tusoi.org.meetings.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.roster.AttendanceStatus;

/** What a meeting's record says. Its texts stay in this service. */
public record Minutes(
        List<Line> attendance,
        List<Answer> answers,
        List<Task> tasks,
        List<Shortcoming> shortcomings,
        List<Superior> superiors,
        @Nullable String text) {
    public static final Minutes NONE = new Minutes(List.of(), List.of(), List.of(), List.of(), List.of(), null);

    public Minutes {
        attendance = List.copyOf(attendance);
        answers = List.copyOf(answers);
        tasks = List.copyOf(tasks);
        shortcomings = List.copyOf(shortcomings);
        superiors = List.copyOf(superiors);
    }

    /** Whose a task or a shortcoming is: the branch's as a whole, or a member's. */
    public enum Owner {
        COLLECTIVE,
        MEMBER
    }

    /** How far a task was done by the next meeting. */
    public enum Result {
        DONE,
        PARTLY,
        NOT_DONE
    }

    public record Line(
            UUID memberId,
            AttendanceStatus status,
            @Nullable String reason) {}

    /** A task of a former meeting, answered in this one. */
    public record Answer(
            UUID taskId, Result result, @Nullable String note) {}

    public record Task(
            UUID taskId,
            String title,
            Owner owner,
            @Nullable UUID memberId,
            @Nullable LocalDate dueOn) {}

    public record Shortcoming(Owner owner, @Nullable UUID memberId, String category, String text) {}

    /** Somebody of a superior's who attended; without a member a delegation that the label names. */
    public record Superior(
            @Nullable UUID memberId,
            String post,
            UUID unitId,
            @Nullable String label) {}

    Minutes withAttendance(List<Line> lines) {
        return new Minutes(lines, answers, tasks, shortcomings, superiors, text);
    }
}
