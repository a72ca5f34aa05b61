package tusoi.review.targets;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.audit.Audit;
import tusoi.platform.ids.Ids;
import tusoi.platform.outbox.Outbox;
import tusoi.platform.outbox.OutgoingEvent;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;
import tusoi.review.contract.TargetId;
import tusoi.review.contract.TargetPicture;
import tusoi.review.targets.Targets.Target;
import tusoi.review.targets.domain.SetTarget;
import tusoi.scope.Right;
import tusoi.scope.Scope;

@Component
class TargetCommandHandler {
    private final Scope scope;
    private final Targets targets;
    private final TransactionClock clock;
    private final Outbox outbox;
    private final Audit audit;

    TargetCommandHandler(Scope scope, Targets targets, TransactionClock clock, Outbox outbox, Audit audit) {
        this.scope = scope;
        this.targets = targets;
        this.clock = clock;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Sets it, or corrects the one of the same unit, indicator and span. The same plan again changes nothing. */
    @Transactional
    Target handle(SetTarget command) {
        scope.require(Right.TARGET_SET, command.unit().value());
        var accepted = command.check().orThrow(Overrides.NONE);
        Target before = targets.lock(command).orElse(null);
        if (before != null && before.planned().compareTo(command.planned()) == 0) {
            return before;
        }
        Target after = next(before, command);
        targets.save(after);
        outbox.publish(new OutgoingEvent(
                accepted.event(), after.id().value().toString(), after.id().value(), after.version(), picture(after)));
        audit.changed(
                accepted.event(),
                "target",
                after.id().value(),
                after.unitId(),
                before == null ? null : picture(before),
                picture(after),
                null);
        return after;
    }

    private Target next(@Nullable Target before, SetTarget command) {
        return new Target(
                before == null ? new TargetId(Ids.next()) : before.id(),
                command.unit().value(),
                command.indicator(),
                command.from(),
                command.to(),
                command.planned(),
                before == null ? 1 : before.version() + 1,
                before == null ? clock.recordedAt() : clock.recordedAtAfter(before.recordedAt()));
    }

    private static TargetPicture picture(Target target) {
        return new TargetPicture(
                target.id().value(), target.unitId(), target.indicator(), target.from(), target.to(), target.planned());
    }
}
