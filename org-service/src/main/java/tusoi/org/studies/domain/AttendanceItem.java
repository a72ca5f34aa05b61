package tusoi.org.studies.domain;

import static tusoi.org.studies.domain.StudyRules.ORG_124;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.platform.rules.Decision;

/** What a published list asks of a branch's committee: to look into who was absent, late or left early. */
public record AttendanceItem(
        UUID id,
        UUID listId,
        UUID sessionId,
        UUID unit,
        State state,
        LocalDate raisedOn,
        List<RollLine> members,
        @Nullable LocalDate answeredOn,
        @Nullable String answer) {
    public enum State {
        OPEN,
        ANSWERED
    }

    /** ORG-124. */
    public Decision<AttendanceItem, AttendanceItem> answer(LocalDate on, String text, LocalDate today) {
        if (state != State.OPEN || on.isBefore(raisedOn) || on.isAfter(today)) {
            return Decision.refused(
                    ORG_124,
                    state == State.OPEN
                            ? "From the day it was raised on, and not on a day to come"
                            : "It is answered already",
                    Map.of("state", state, "raisedOn", raisedOn));
        }
        AttendanceItem answered =
                new AttendanceItem(id, listId, sessionId, unit, State.ANSWERED, raisedOn, members, on, text);
        return Decision.accepted(answered, answered);
    }
}
