package tusoi.discipline.removals;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.cases.OpenCases;
import tusoi.discipline.days.PastDays;
import tusoi.discipline.members.MemberId;
import tusoi.discipline.members.Members;
import tusoi.discipline.members.Membership;
import tusoi.discipline.members.Superiors;
import tusoi.discipline.members.UnitId;
import tusoi.discipline.removals.RemovalCommands.AnnulRemoval;
import tusoi.discipline.removals.RemovalCommands.CloseRemoval;
import tusoi.discipline.removals.RemovalCommands.CountVotes;
import tusoi.discipline.removals.RemovalCommands.DecideOnRemoval;
import tusoi.discipline.removals.RemovalCommands.OpenRemoval;
import tusoi.discipline.removals.RemovalCommands.ReceiveSelfReview;
import tusoi.discipline.removals.domain.DecideRemoval;
import tusoi.discipline.removals.domain.Removal;
import tusoi.discipline.removals.domain.RemovalAnnulled;
import tusoi.discipline.removals.domain.RemovalEvent;
import tusoi.discipline.removals.domain.RemovalFile;
import tusoi.discipline.removals.domain.RemovalId;
import tusoi.discipline.removals.domain.RemovalRules;
import tusoi.discipline.removals.domain.SelfReview;
import tusoi.discipline.removals.domain.Vote;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.web.IfMatch;
import tusoi.scope.Right;
import tusoi.scope.Units;

/** Each command: scope, lock, rule by the profile of the step's own day, save, audit, event, all in one transaction. */
@Service
class RemovalCommandHandler {
    private final RemovalRecorder recorder;
    private final Members members;
    private final OpenCases openCases;
    private final Citations citations;
    private final Units units;
    private final Superiors superiors;
    private final RuleProfiles profiles;
    private final PastDays days;

    RemovalCommandHandler(
            RemovalRecorder recorder,
            Members members,
            OpenCases openCases,
            Citations citations,
            Units units,
            Superiors superiors,
            RuleProfiles profiles,
            PastDays days) {
        this.recorder = recorder;
        this.members = members;
        this.openCases = openCases;
        this.citations = citations;
        this.units = units;
        this.superiors = superiors;
        this.profiles = profiles;
        this.days = days;
    }

    @Transactional
    RemovalId handle(OpenRemoval command) {
        LocalDate on = command.openedOn() == null ? days.today() : command.openedOn();
        days.mustHave(RemovalRules.ORDER_OF_DAYS, on);
        MemberId member = members.kept(new MemberId(command.memberId()));
        Membership membership = members.on(member, on).orElseThrow(() -> ProblemException.notFound("The member"));
        recorder.require(Right.CASE_WRITE, membership.home().value(), "The member");
        mustBeHome(command, membership);
        if (members.isBeingRemoved(member)) {
            throw ProblemException.duplicate("memberId", "Another removal of the member is open");
        }
        RemovalFile file = new RemovalFile(
                new RemovalId(Ids.next()),
                command.kind(),
                member,
                membership.home(),
                command.grounds().stream().distinct().toList(),
                citations.of(command),
                on);
        var opened = Removal.open(file, membership.official(), openCases.against(member.value()))
                .orThrow(command.reasons());
        recorder.open(opened.state());
        return file.id();
    }

    @Transactional
    void handle(RemovalId id, IfMatch match, ReceiveSelfReview command) {
        step(id, match, Right.CASE_WRITE, command.on(), command.reasons(), (locked, profile) -> locked.as(
                        Removal.Opened.class)
                .receive(new SelfReview(command.on(), command.submitted(), command.requests()), profile));
    }

    @Transactional
    void countBranch(RemovalId id, IfMatch match, CountVotes command) {
        step(id, match, Right.CASE_WRITE, command.on(), command.reasons(), (locked, profile) -> {
            var reviewed = locked.as(Removal.SelfReviewed.class);
            UnitId body = command.bodyUnitId() == null ? reviewed.file().unit() : new UnitId(command.bodyUnitId());
            mustBeOnPath(reviewed.file(), body, command.on());
            int entitled = command.entitled() == null ? members.entitled(body, command.on()) : command.entitled();
            return reviewed.count(vote(command, body, entitled), profile);
        });
    }

    @Transactional
    void countBase(RemovalId id, IfMatch match, CountVotes command) {
        UUID base = command.bodyUnitId();
        Integer entitled = command.entitled();
        if (base == null || entitled == null) {
            throw ProblemException.unreadable(
                    "entitled",
                    "A committee's vote needs the committee's unit and its size",
                    "Give bodyUnitId and entitled");
        }
        step(id, match, Right.CASE_WRITE, command.on(), command.reasons(), (locked, profile) -> {
            var branchVoted = locked.as(Removal.BranchVoted.class);
            UnitId body = new UnitId(base);
            mustBeOnPath(branchVoted.file(), body, command.on());
            return branchVoted.propose(vote(command, body, entitled), profile);
        });
    }

    @Transactional
    void handle(RemovalId id, IfMatch match, DecideOnRemoval command) {
        Overrides reasons = command.reasons();
        step(id, match, Right.CASE_DECIDE, command.signedOn(), reasons, (locked, profile) -> {
            var proposed = locked.as(Removal.Proposed.class);
            mayDecide(proposed.file(), command);
            return proposed.decide(decide(command, proposed.file()), profile);
        });
    }

    /** REM-15. */
    @Transactional
    void handle(RemovalId id, IfMatch match, AnnulRemoval command) {
        recorder.require(Right.CASE_DECIDE, command.deciderUnitId(), "The deciding unit");
        step(id, match, Right.CASE_DECIDE, command.on(), Overrides.NONE, (locked, profile) -> {
            var decided = locked.as(Removal.Decided.class);
            UnitId body = new UnitId(command.deciderUnitId());
            superiors.mustHave(
                    RemovalRules.ANNULLED_BY,
                    decided.decision().decider(),
                    body,
                    command.on(),
                    decided.decision().signedOn());
            return decided.annul(new RemovalAnnulled(command.number(), body, command.on()));
        });
    }

    @Transactional
    void handle(RemovalId id, IfMatch match, CloseRemoval command) {
        step(id, match, Right.CASE_DECIDE, command.on(), Overrides.NONE, (locked, profile) -> {
            Removal state = locked.document().toState();
            if (state instanceof Removal.Decided
                    || state instanceof Removal.Annulled
                    || state instanceof Removal.Closed) {
                throw ProblemException.wrongState(
                        "The removal is " + locked.document().state());
            }
            return state.close(command.on());
        });
    }

    private <S extends Removal> void step(
            RemovalId id,
            IfMatch match,
            Right right,
            LocalDate on,
            Overrides overrides,
            BiFunction<Removals.Locked, RuleProfile, Decision<S, RemovalEvent>> rule) {
        Removals.Locked locked = recorder.lock(id, match, right);
        days.mustHave(RemovalRules.ORDER_OF_DAYS, on);
        var accepted = rule.apply(locked, profiles.on(RemovalRules.TOPIC, on)).orThrow(overrides);
        recorder.save(locked, accepted.state(), accepted.event(), overrides);
    }

    private static Vote vote(CountVotes command, UnitId body, int entitled) {
        return new Vote(command.on(), body, new Ballots(entitled, command.valid(), command.inFavour()));
    }

    /** REM-09. */
    private static void mustBeHome(OpenRemoval command, Membership membership) {
        UUID home = membership.home().value();
        if (command.unitId() != null && !command.unitId().equals(home)) {
            throw new RuleViolation(
                    RemovalRules.HOME_UNIT,
                    "The member is at home elsewhere on " + membership.on(),
                    Map.of("on", membership.on().toString(), "home", home.toString()));
        }
    }

    /** Who records a body's decision holds the right at that body, not only at the member's unit. */
    private void mayDecide(RemovalFile file, DecideOnRemoval command) {
        recorder.require(Right.CASE_DECIDE, command.deciderUnitId(), "The deciding unit");
        mustBeOnPath(file, new UnitId(command.deciderUnitId()), command.signedOn());
    }

    /** REM-12. */
    private void mustBeOnPath(RemovalFile file, UnitId body, LocalDate on) {
        superiors.mustHave(RemovalRules.BODY_ON_PATH, file.unit(), body, on, file.openedOn());
    }

    private DecideRemoval decide(DecideOnRemoval command, RemovalFile file) {
        return new DecideRemoval(
                command.number(),
                new UnitId(command.deciderUnitId()),
                level(command.deciderUnitId(), command.signedOn()),
                command.signedOn(),
                new Ballots(command.entitled(), command.inFavour(), command.inFavour()),
                citations.withdrawnSince(file),
                command.reasons().reasonsByRule());
    }

    private String level(UUID decider, LocalDate on) {
        Units.Unit unit =
                units.find(decider, on, null).orElseThrow(() -> ProblemException.notFound("The deciding unit"));
        return unit.level();
    }
}
