package tusoi.discipline.cases;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.cases.CaseCommands.AnnounceDecision;
import tusoi.discipline.cases.CaseCommands.AnnulDecision;
import tusoi.discipline.cases.CaseCommands.DecideCase;
import tusoi.discipline.cases.domain.CaseFile;
import tusoi.discipline.cases.domain.CaseId;
import tusoi.discipline.cases.domain.Decide;
import tusoi.discipline.cases.domain.DecisionTaken;
import tusoi.discipline.cases.domain.DisciplineCase;
import tusoi.discipline.cases.domain.DisciplineRules;
import tusoi.discipline.cases.domain.Proceedings.Annulment;
import tusoi.discipline.cases.domain.Standing;
import tusoi.discipline.cases.domain.SubjectType;
import tusoi.discipline.members.MemberId;
import tusoi.discipline.members.Members;
import tusoi.discipline.members.Status;
import tusoi.discipline.members.Superiors;
import tusoi.discipline.members.UnitId;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.web.IfMatch;
import tusoi.scope.Right;
import tusoi.scope.Units;

/** Decisions of cases: taken, announced, and annulled where they were wrong. */
@Service
class DecisionCommandHandler {
    private final CaseRecorder recorder;
    private final CaseSteps steps;
    private final Members members;
    private final Bodies bodies;
    private final RuleProfiles profiles;

    DecisionCommandHandler(
            CaseRecorder recorder, CaseSteps steps, Members members, Bodies bodies, RuleProfiles profiles) {
        this.recorder = recorder;
        this.steps = steps;
        this.members = members;
        this.bodies = bodies;
        this.profiles = profiles;
    }

    /** What the tree tells of deciding bodies. */
    @Component
    record Bodies(Units units, Superiors superiors) {}

    @Transactional
    void handle(CaseId id, IfMatch match, DecideCase command) {
        RuleProfile profile = profiles.on(DisciplineRules.TOPIC, command.signedOn());
        steps.take(id, match, Right.CASE_DECIDE, command.signedOn(), command.reasons(), locked -> {
            var voted = locked.as(DisciplineCase.Voted.class);
            mayDecide(voted.file(), command);
            return voted.decide(
                    decide(voted, command), profile, command.reasons().reasonsByRule());
        });
    }

    @Transactional
    void handle(CaseId id, IfMatch match, AnnounceDecision command) {
        steps.take(id, match, Right.CASE_DECIDE, command.on(), command.reasons(), locked -> {
            var decided = locked.as(DisciplineCase.Decided.class);
            RuleProfile profile =
                    profiles.on(DisciplineRules.TOPIC, decided.decision().signedOn());
            return decided.announce(command.on(), profile, command.reasons().reasonsByRule());
        });
    }

    /** DIS-13: by the body that decided, or one above it. */
    @Transactional
    void handle(CaseId id, IfMatch match, AnnulDecision command) {
        recorder.require(Right.CASE_DECIDE, command.deciderUnitId(), "The deciding unit");
        steps.take(id, match, Right.CASE_DECIDE, command.on(), Overrides.NONE, locked -> {
            DecisionTaken decision = locked.document().decision();
            UnitId body = new UnitId(command.deciderUnitId());
            if (decision != null) {
                bodies.superiors()
                        .mustHave(
                                DisciplineRules.ANNULLED_BY,
                                decision.decider(),
                                body,
                                command.on(),
                                decision.signedOn());
            }
            var annulled = locked.state().annul(new Annulment(command.number(), body, command.on()));
            if (annulled == null) {
                throw ProblemException.wrongState(
                        "The case is " + locked.document().state());
            }
            return annulled;
        });
    }

    /** Who records a body's decision holds the right at that body, not only at the subject's unit. */
    private void mayDecide(CaseFile file, DecideCase command) {
        recorder.require(Right.CASE_DECIDE, command.deciderUnitId(), "The deciding unit");
        mustBeOnPath(file, new UnitId(command.deciderUnitId()), command.signedOn());
    }

    /** DIS-12. */
    private void mustBeOnPath(CaseFile file, UnitId body, LocalDate on) {
        bodies.superiors().mustHave(DisciplineRules.BODY_ON_PATH, file.unit(), body, on, file.receivedOn());
    }

    private Decide decide(DisciplineCase.Voted voted, DecideCase command) {
        Integer entitled = command.entitled();
        Integer inFavour = command.inFavour();
        Ballots votes = entitled == null || inFavour == null ? null : new Ballots(entitled, inFavour, inFavour);
        return new Decide(
                command.number(),
                command.form(),
                new UnitId(command.deciderUnitId()),
                level(command.deciderUnitId(), command.signedOn()),
                command.signedOn(),
                votes,
                standing(voted.file(), command.signedOn()));
    }

    private String level(UUID decider, LocalDate on) {
        Units.Unit unit = bodies.units()
                .find(decider, on, null)
                .orElseThrow(() -> ProblemException.notFound("The deciding unit"));
        return unit.form().equals("BRANCH") ? "BRANCH" : unit.level();
    }

    /** A member who left meanwhile is judged as what he was when the case came in. */
    private Standing standing(CaseFile file, LocalDate on) {
        if (file.subjectType() == SubjectType.UNIT) {
            return new Standing(SubjectType.UNIT, false, false);
        }
        MemberId member = new MemberId(file.subject());
        Status status = members.status(member, on)
                .or(() -> members.status(member, file.receivedOn()))
                .orElseThrow(() -> ProblemException.notFound("The subject"));
        return new Standing(SubjectType.MEMBER, status.official(), status.holdsPost());
    }
}
