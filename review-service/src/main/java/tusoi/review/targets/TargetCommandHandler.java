package tusoi.review.targets;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.IfMatch;
import tusoi.review.contract.TargetEventType;
import tusoi.review.contract.TargetId;
import tusoi.review.targets.Targets.Kept;
import tusoi.review.targets.domain.Achievement;
import tusoi.review.targets.domain.ResultEntry;
import tusoi.review.targets.domain.SetTarget;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Who sets targets cancels them; who reports a unit's reviews upward reports its results too. */
@Component
class TargetCommandHandler {
    private final Scope scope;
    private final Targets targets;
    private final TargetJournal journal;
    private final Clock clock;
    private final Achievement achievement;

    TargetCommandHandler(Scope scope, Targets targets, TargetJournal journal, RuleProfiles profiles, Clock clock) {
        this.scope = scope;
        this.targets = targets;
        this.journal = journal;
        this.clock = clock;
        this.achievement = new Achievement(day -> profiles.on("review", day));
    }

    /** Sets it, or corrects the one of the same unit, indicator and span. The same plan again changes nothing. */
    @Transactional
    Kept handle(SetTarget command) {
        scope.require(Right.TARGET_SET, command.unit().value());
        Kept before = targets.lock(command).orElse(null);
        TargetId id =
                before == null ? new TargetId(Ids.next()) : before.target().id();
        var set = command.over(before == null ? null : before.target(), id, achievement)
                .orThrow(Overrides.NONE);
        return journal.save(before, set.state(), set.event(), null);
    }

    @Transactional
    Kept record(TargetId id, IfMatch expected, ResultEntry entry) {
        Kept before = open(lock(id, Right.REVIEW_WRITE, expected));
        var recorded = before.target()
                .record(Ids.next(), entry, BusinessDays.today(clock), achievement)
                .orThrow(Overrides.NONE);
        return journal.save(before, recorded.state(), recorded.event(), null);
    }

    @Transactional
    Kept correct(TargetId id, UUID result, IfMatch expected, ResultEntry entry, String reason) {
        Kept before = open(lockWith(id, result, expected));
        var corrected = before.target()
                .correct(result, entry, BusinessDays.today(clock), achievement)
                .orThrow(Overrides.NONE);
        return journal.save(before, corrected.state(), corrected.event(), reason);
    }

    /** Of a cancelled target too: what was recorded in a wrong measure goes before the target is set anew in the right one. */
    @Transactional
    Kept withdraw(TargetId id, UUID result, IfMatch expected, String reason) {
        Kept before = lockWith(id, result, expected);
        return journal.save(before, before.target().without(result), TargetEventType.RESULT_WITHDRAWN, reason);
    }

    @Transactional
    Kept cancel(TargetId id, IfMatch expected, String reason) {
        Kept before = open(lock(id, Right.TARGET_SET, expected));
        return journal.save(before, before.target().cancel(), TargetEventType.CANCELLED, reason);
    }

    private Kept lockWith(TargetId id, UUID result, IfMatch expected) {
        Kept before = lock(id, Right.REVIEW_WRITE, expected);
        if (before.target().result(result).isEmpty()) {
            throw ProblemException.notFound("Result");
        }
        return before;
    }

    /** Row policies leave out what is not the caller's: that is not found. */
    private Kept lock(TargetId id, Right right, IfMatch expected) {
        Kept before = targets.lock(id).orElseThrow(() -> ProblemException.notFound("Target"));
        scope.require(right, before.target().unit().value());
        expected.mustBe(before.version());
        return before;
    }

    private static Kept open(Kept before) {
        if (before.target().cancelled()) {
            throw ProblemException.wrongState("The target was cancelled");
        }
        return before;
    }
}
