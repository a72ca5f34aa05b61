package tusoi.discipline.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.discipline.cases.domain.CaseEvent;
import tusoi.discipline.cases.domain.CaseId;
import tusoi.discipline.cases.domain.DisciplineCase;
import tusoi.platform.audit.Audit;
import tusoi.platform.outbox.Outbox;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.TransactionClock;
import tusoi.platform.web.IfMatch;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** What every command on a case does around its rule: scope and lock before, version, audit row and event after. */
@Component
class CaseRecorder {
    private final Cases cases;
    private final Scope scope;
    private final TransactionClock clock;
    private final Audit audit;
    private final Outbox outbox;

    CaseRecorder(Cases cases, Scope scope, TransactionClock clock, Audit audit, Outbox outbox) {
        this.cases = cases;
        this.scope = scope;
        this.clock = clock;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** A 404 names what was asked for, never the unit. */
    void require(Right right, UUID unit, String what) {
        try {
            scope.require(right, unit);
        } catch (ProblemException problem) {
            throw problem.status() == 404 ? ProblemException.notFound(what) : problem;
        }
    }

    Cases.Locked lock(CaseId id, IfMatch match, Right right) {
        Cases.Locked locked = cases.lock(id);
        require(right, locked.document().file().unit().value(), "The case");
        match.mustBe(locked.version());
        return locked;
    }

    void open(DisciplineCase received, @Nullable String narrative) {
        Instant recordedAt = clock.recordedAt();
        CaseDocument document = CaseDocument.of(received);
        cases.add(document, recordedAt, narrative);
        audit(CaseEvent.CASE_RECEIVED, null, document, null);
        outbox.publish(CaseEvents.of(CaseEvent.CASE_RECEIVED, document, 1));
    }

    void save(Cases.Locked before, DisciplineCase after, CaseEvent event, @Nullable String reason) {
        Instant recordedAt = clock.recordedAtAfter(before.recordedAt());
        CaseDocument document = CaseDocument.of(after);
        long version = before.version() + 1;
        cases.save(document, version, recordedAt);
        audit(event, before.document(), document, reason);
        outbox.publish(CaseEvents.of(event, document, version));
    }

    private void audit(CaseEvent event, @Nullable CaseDocument before, CaseDocument after, @Nullable String reason) {
        audit.changed(
                event.name(),
                "case",
                after.file().id().value(),
                after.file().unit().value(),
                before,
                after,
                reason);
    }
}
