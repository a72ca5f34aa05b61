package tusoi.org.assignments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.assignments.domain.Assignment;
import tusoi.org.assignments.domain.Assignment.Change;
import tusoi.org.contract.AssignmentData;
import tusoi.org.contract.OrgEvents;
import tusoi.platform.audit.Audit;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;

/** Writes a version with the warnings and what was answered to them, its audit row and its event. */
@Component
class AssignmentJournal {
    private final TransactionClock clock;
    private final Assignments assignments;
    private final OrgEvents events;
    private final Audit audit;
    private final JsonMapper json;

    AssignmentJournal(TransactionClock clock, Assignments assignments, OrgEvents events, Audit audit, JsonMapper json) {
        this.clock = clock;
        this.assignments = assignments;
        this.events = events;
        this.audit = audit;
        this.json = json;
    }

    /** A warning and the reason given for going past it. */
    record Answered(String rule, String detail, String reason) {}

    void write(Accepted<Assignment, Change> accepted, Assignments.@Nullable Stored before, Overrides overrides) {
        Assignment assignment = accepted.state();
        List<Answered> answered = accepted.warnings().stream()
                .map(warning -> new Answered(
                        warning.rule().code(),
                        warning.detail(),
                        overrides.reasonsByRule().getOrDefault(warning.rule().code(), "")))
                .toList();
        String warnings = json.writeValueAsString(answered);
        Instant recordedAt = before == null ? clock.recordedAt() : clock.recordedAtAfter(before.recordedAt());
        long version = before == null ? 1 : before.version() + 1;
        assignments.save(assignment, version, recordedAt, warnings);
        String type = accepted.event() == Change.MADE ? "org.assignment-made.v1" : "org.assignment-ended.v1";
        AssignmentData data = data(assignment);
        events.assignment(type, version, data);
        audit.changed(
                type,
                "member",
                assignment.member().value(),
                assignment.branch().value(),
                before == null ? null : data(before.assignment()),
                data,
                answered.isEmpty() ? null : warnings);
    }

    private static AssignmentData data(Assignment assignment) {
        return new AssignmentData(
                assignment.id(),
                assignment.member().value(),
                assignment.branch().value(),
                assignment.from(),
                assignment.to());
    }
}
