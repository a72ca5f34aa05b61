package tusoi.review.targets;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.platform.audit.Audit;
import tusoi.platform.outbox.Outbox;
import tusoi.platform.outbox.OutgoingEvent;
import tusoi.platform.time.TransactionClock;
import tusoi.review.contract.TargetEventType;
import tusoi.review.contract.TargetPicture;
import tusoi.review.contract.TargetPicture.ResultPicture;
import tusoi.review.targets.Targets.Kept;
import tusoi.review.targets.domain.Target;

/** Saves a target's next version, its event and its audit row, all with one recorded time. */
@Component
class TargetJournal {
    private final Targets targets;
    private final TransactionClock clock;
    private final Outbox outbox;
    private final Audit audit;

    TargetJournal(Targets targets, TransactionClock clock, Outbox outbox, Audit audit) {
        this.targets = targets;
        this.clock = clock;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** The same again changes nothing. */
    Kept save(@Nullable Kept before, Target target, TargetEventType event, @Nullable String reason) {
        if (before != null && isSame(before.target(), target)) {
            return before;
        }
        Kept after = new Kept(
                target,
                before == null ? 1 : before.version() + 1,
                before == null ? clock.recordedAt() : clock.recordedAtAfter(before.recordedAt()));
        targets.save(after);
        var id = target.id().value();
        outbox.publish(new OutgoingEvent(event.wireName(), id.toString(), id, after.version(), picture(target)));
        audit.changed(
                event.wireName(),
                "target",
                id,
                target.unit().value(),
                before == null ? null : Named.of(before.target()),
                Named.of(target),
                reason);
        return after;
    }

    /** What the trail keeps: the name too, which no event carries. */
    record Named(@Nullable String name, TargetPicture picture) {
        static Named of(Target target) {
            return new Named(target.name(), TargetJournal.picture(target));
        }
    }

    /** 5 and 5.0 are one amount. */
    private static boolean isSame(Target before, Target after) {
        return Named.of(before).equals(Named.of(after));
    }

    private static TargetPicture picture(Target target) {
        return new TargetPicture(
                target.id().value(),
                target.unit().value(),
                target.indicator(),
                target.from(),
                target.to(),
                TargetQueries.plain(target.planned()),
                target.measure(),
                target.comparison(),
                target.main(),
                target.cancelled(),
                target.results().stream()
                        .map(one -> new ResultPicture(
                                one.id(), one.on(), TargetQueries.plain(one.value()), one.achieved(), one.profile()))
                        .toList());
    }
}
