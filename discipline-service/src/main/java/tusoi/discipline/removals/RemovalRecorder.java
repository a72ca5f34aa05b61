package tusoi.discipline.removals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.discipline.removals.domain.Removal;
import tusoi.discipline.removals.domain.RemovalEvent;
import tusoi.discipline.removals.domain.RemovalId;
import tusoi.platform.audit.Audit;
import tusoi.platform.outbox.Outbox;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;
import tusoi.platform.web.IfMatch;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** What every command on a removal does around its rule: scope and lock before, version, audit row and event after. */
@Component
class RemovalRecorder {
    private final Removals removals;
    private final Scope scope;
    private final TransactionClock clock;
    private final Audit audit;
    private final Outbox outbox;

    RemovalRecorder(Removals removals, Scope scope, TransactionClock clock, Audit audit, Outbox outbox) {
        this.removals = removals;
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

    Removals.Locked lock(RemovalId id, IfMatch match, Right right) {
        Removals.Locked locked = removals.lock(id);
        require(right, locked.document().file().unit().value(), "The removal");
        match.mustBe(locked.version());
        return locked;
    }

    void open(Removal opened) {
        Instant recordedAt = clock.recordedAt();
        RemovalDocument document = RemovalDocument.of(opened);
        removals.add(document, recordedAt);
        audit(RemovalEvent.REMOVAL_OPENED, null, document, null);
        outbox.publish(RemovalEvents.of(RemovalEvent.REMOVAL_OPENED, document, 1));
    }

    void save(Removals.Locked before, Removal after, RemovalEvent event, Overrides overrides) {
        Instant recordedAt = clock.recordedAtAfter(before.recordedAt());
        RemovalDocument document = RemovalDocument.of(after);
        long version = before.version() + 1;
        removals.save(document, version, recordedAt);
        String reasons = overrides.reasonsByRule().isEmpty()
                ? null
                : overrides.reasonsByRule().toString();
        audit(event, before.document(), document, reasons);
        outbox.publish(RemovalEvents.of(event, document, version));
    }

    private void audit(
            RemovalEvent event, @Nullable RemovalDocument before, RemovalDocument after, @Nullable String reason) {
        audit.changed(
                event.name(),
                "removal",
                after.file().id().value(),
                after.file().unit().value(),
                before,
                after,
                reason);
    }
}
