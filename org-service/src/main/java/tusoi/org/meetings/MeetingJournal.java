package tusoi.org.meetings;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.contract.BranchLifeEvents;
import tusoi.org.contract.MeetingData;
import tusoi.org.meetings.domain.Meeting;
import tusoi.org.meetings.domain.Meeting.Change;
import tusoi.org.meetings.domain.Minutes;
import tusoi.platform.audit.Audit;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.Warning;
import tusoi.platform.security.ActorIds;

/** A version's audit row, at the unit, and its event. */
@Component
class MeetingJournal {
    private final Audit audit;
    private final BranchLifeEvents events;
    private final ActorIds actors;
    private final JsonMapper json;

    MeetingJournal(Audit audit, BranchLifeEvents events, ActorIds actors, JsonMapper json) {
        this.audit = audit;
        this.events = events;
        this.actors = actors;
        this.json = json;
    }

    record Answered(String rule, String detail, String reason) {}

    static List<Answered> answered(List<Warning> warnings, Overrides overrides) {
        return warnings.stream()
                .map(warning -> new Answered(
                        warning.rule().code(),
                        warning.detail(),
                        overrides.reasonsByRule().getOrDefault(warning.rule().code(), "")))
                .toList();
    }

    UUID actor() {
        return actors.current();
    }

    void write(
            Accepted<Meeting, Change> accepted,
            @Nullable Meeting before,
            long version,
            @Nullable String reason,
            List<Answered> answered) {
        Meeting meeting = accepted.state();
        String type = type(accepted.event());
        MeetingData data = data(meeting);
        events.meeting(type, version, data);
        String why =
                answered.isEmpty() ? reason : (reason == null ? "" : reason + " ") + json.writeValueAsString(answered);
        audit.changed(type, "unit", meeting.unit(), meeting.unit(), before == null ? null : data(before), data, why);
    }

    private static String type(Change change) {
        return switch (change) {
            case PLANNED -> "org.meeting-planned.v1";
            case HELD -> "org.meeting-held.v1";
            case CORRECTED -> "org.meeting-corrected.v1";
            case DROPPED -> "org.meeting-dropped.v1";
        };
    }

    private static MeetingData data(Meeting meeting) {
        Minutes minutes = meeting.minutes();
        return new MeetingData(
                meeting.id(),
                meeting.unit(),
                meeting.kind().name(),
                meeting.month().toString(),
                meeting.state().name(),
                meeting.plannedOn(),
                meeting.heldOn(),
                meeting.expected(),
                meeting.attended(),
                minutes.attendance().stream()
                        .map(line -> new MeetingData.Attendance(
                                line.memberId(), line.status().name()))
                        .toList(),
                minutes.tasks().stream()
                        .map(task ->
                                new MeetingData.Task(task.taskId(), task.owner().name(), task.memberId(), task.dueOn()))
                        .toList(),
                minutes.answers().stream()
                        .map(answer -> new MeetingData.Answer(
                                answer.taskId(), answer.result().name()))
                        .toList(),
                minutes.shortcomings().stream()
                        .map(noted ->
                                new MeetingData.Shortcoming(noted.owner().name(), noted.memberId(), noted.category()))
                        .toList(),
                minutes.superiors().stream()
                        .map(who -> new MeetingData.Superior(who.memberId(), who.post(), who.unitId()))
                        .toList());
    }
}
