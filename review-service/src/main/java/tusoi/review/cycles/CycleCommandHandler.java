package tusoi.review.cycles;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.time.BusinessDays;
import tusoi.review.cycles.domain.OpenCycle;
import tusoi.scope.Right;
import tusoi.scope.Scope;

@Component
class CycleCommandHandler {
    private final Scope scope;
    private final Cycles cycles;
    private final CycleOpening opening;
    private final RuleProfiles profiles;
    private final Clock clock;

    CycleCommandHandler(Scope scope, Cycles cycles, CycleOpening opening, RuleProfiles profiles, Clock clock) {
        this.scope = scope;
        this.cycles = cycles;
        this.opening = opening;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** Opens the cycle and enters all its subjects, in one transaction and as one instant. */
    @Transactional
    UUID handle(OpenCycle command, Overrides overrides) {
        scope.require(Right.CYCLE_OPEN, command.openedBy().value());
        cycles.lock(command.year(), command.kind());
        var profile = profiles.on("review", command.openedOn());
        var opened = command.open(cycles.overlapping(command), BusinessDays.today(clock), profile)
                .orThrow(overrides);
        opening.save(opened, profile, overrides);
        return opened.state().id().value();
    }
}
