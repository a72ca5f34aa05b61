package tusoi.discipline.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.cases.CaseCommands.AnnounceDecision;
import tusoi.discipline.cases.CaseCommands.CloseCase;
import tusoi.discipline.cases.CaseCommands.CountBallots;
import tusoi.discipline.cases.CaseCommands.DecideCase;
import tusoi.discipline.cases.CaseCommands.HoldHearing;
import tusoi.discipline.cases.CaseCommands.LinkSanction;
import tusoi.discipline.cases.CaseCommands.ReceiveCase;
import tusoi.discipline.cases.CaseCommands.ReceiveSelfReview;
import tusoi.discipline.cases.CaseCommands.StartVerification;
import tusoi.discipline.cases.domain.CaseEvent;
import tusoi.discipline.cases.domain.CaseFile;
import tusoi.discipline.cases.domain.CaseId;
import tusoi.discipline.cases.domain.Decide;
import tusoi.discipline.cases.domain.DisciplineCase;
import tusoi.discipline.cases.domain.DisciplineRules;
import tusoi.discipline.cases.domain.ExternalSanction;
import tusoi.discipline.cases.domain.Proceedings.Ballot;
import tusoi.discipline.cases.domain.Proceedings.Hearing;
import tusoi.discipline.cases.domain.Proceedings.SelfReview;
import tusoi.discipline.cases.domain.Proceedings.Verification;
import tusoi.discipline.cases.domain.Standing;
import tusoi.discipline.cases.domain.SubjectType;
import tusoi.discipline.days.PastDays;
import tusoi.discipline.members.MemberId;
import tusoi.discipline.members.Members;
import tusoi.discipline.members.Status;
import tusoi.discipline.members.Superiors;
import tusoi.discipline.members.UnitId;
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

/** Each command: scope, lock, rule, save, audit, event, all in one transaction. */
@Service
class CaseCommandHandler {
    private final CaseRecorder recorder;
    private final Members members;
    private final Units units;
    private final Superiors superiors;
    private final RuleProfiles profiles;
    private final PastDays days;

    CaseCommandHandler(
            CaseRecorder recorder,
            Members members,
            Units units,
            Superiors superiors,
            RuleProfiles profiles,
            PastDays days) {
        this.recorder = recorder;
        this.members = members;
        this.units = units;
        this.superiors = superiors;
        this.profiles = profiles;
        this.days = days;
    }

    @Transactional
    CaseId handle(ReceiveCase command) {
        LocalDate on = command.receivedOn() == null ? days.today() : command.receivedOn();
        days.mustHave(DisciplineRules.ORDER_OF_DAYS, on);
        if (command.violatedOn() != null) {
            days.mustHave(DisciplineRules.ORDER_OF_DAYS, command.violatedOn());
        }
        UnitId unit = unitOfRecord(command, on);
        recorder.require(Right.CASE_WRITE, unit.value(), "The subject");
        CaseId id = new CaseId(Ids.next());
        recorder.open(
                new DisciplineCase.Received(new CaseFile(
                        id,
                        command.subjectType(),
                        command.subjectId(),
                        unit,
                        command.source(),
                        command.contents().stream().distinct().toList(),
                        on,
                        command.violatedOn(),
                        List.of())),
                command.narrative());
        return id;
    }

    @Transactional
    void handle(CaseId id, IfMatch match, StartVerification command) {
        step(id, match, Right.CASE_WRITE, command.on(), Overrides.NONE, locked -> locked.as(
                        DisciplineCase.Received.class)
                .verify(new Verification(command.on(), command.decisionNumber())));
    }

    @Transactional
    void handle(CaseId id, IfMatch match, ReceiveSelfReview command) {
        step(id, match, Right.CASE_WRITE, command.on(), Overrides.NONE, locked -> locked.as(
                        DisciplineCase.Verifying.class)
                .receive(new SelfReview(command.on(), command.submitted(), command.proposedForm())));
    }

    @Transactional
    void handle(CaseId id, IfMatch match, HoldHearing command) {
        step(id, match, Right.CASE_WRITE, command.on(), Overrides.NONE, locked -> locked.as(
                        DisciplineCase.SelfReviewed.class)
                .hear(new Hearing(command.on(), command.attended())));
    }

    @Transactional
    void handle(CaseId id, IfMatch match, CountBallots command) {
        step(id, match, Right.CASE_WRITE, command.on(), Overrides.NONE, locked -> {
            var heard = locked.as(DisciplineCase.Heard.class);
            UnitId body = command.bodyUnitId() == null ? heard.file().unit() : new UnitId(command.bodyUnitId());
            mustBeOnPath(heard.file(), body, command.on());
            int entitled = command.entitled() == null ? members.entitled(body, command.on()) : command.entitled();
            return heard.count(new Ballot(command.on(), body, entitled, command.valid(), command.inFavour()));
        });
    }

    @Transactional
    void handle(CaseId id, IfMatch match, DecideCase command) {
        RuleProfile profile = profiles.on(DisciplineRules.TOPIC, command.signedOn());
        step(id, match, Right.CASE_DECIDE, command.signedOn(), command.reasons(), locked -> {
            var voted = locked.as(DisciplineCase.Voted.class);
            mayDecide(voted.file(), command);
            return voted.decide(
                    decide(voted, command), profile, command.reasons().reasonsByRule());
        });
    }

    @Transactional
    void handle(CaseId id, IfMatch match, AnnounceDecision command) {
        step(id, match, Right.CASE_DECIDE, command.on(), command.reasons(), locked -> {
            var decided = locked.as(DisciplineCase.Decided.class);
            RuleProfile profile =
                    profiles.on(DisciplineRules.TOPIC, decided.decision().signedOn());
            return decided.announce(command.on(), profile, command.reasons().reasonsByRule());
        });
    }

    @Transactional
    void handle(CaseId id, IfMatch match, CloseCase command) {
        step(id, match, Right.CASE_DECIDE, command.on(), Overrides.NONE, locked -> {
            var closed = locked.state().close(command.on(), command.reason());
            if (closed == null) {
                throw ProblemException.wrongState(
                        "The case is " + locked.document().state());
            }
            return closed;
        });
    }

    @Transactional
    void handle(CaseId id, IfMatch match, LinkSanction command) {
        Cases.Locked locked = recorder.lock(id, match, Right.CASE_WRITE);
        days.mustHave(DisciplineRules.ORDER_OF_DAYS, command.on());
        DisciplineCase linked =
                locked.state().link(new ExternalSanction(command.authority(), command.form(), command.on()));
        recorder.save(locked, linked, CaseEvents.latest(locked.document()), null);
    }

    private <S extends DisciplineCase> void step(
            CaseId id,
            IfMatch match,
            Right right,
            LocalDate on,
            Overrides overrides,
            Function<Cases.Locked, Decision<S, CaseEvent>> rule) {
        Cases.Locked locked = recorder.lock(id, match, right);
        days.mustHave(DisciplineRules.ORDER_OF_DAYS, on);
        var accepted = rule.apply(locked).orThrow(overrides);
        recorder.save(locked, accepted.state(), accepted.event(), reason(overrides));
    }

    private static @Nullable String reason(Overrides overrides) {
        return overrides.reasonsByRule().isEmpty()
                ? null
                : overrides.reasonsByRule().toString();
    }

    /** DIS-11. */
    private UnitId unitOfRecord(ReceiveCase command, LocalDate on) {
        if (command.subjectType() == SubjectType.UNIT) {
            return new UnitId(command.subjectId());
        }
        UnitId home = members.on(new MemberId(command.subjectId()), on)
                .orElseThrow(() -> ProblemException.notFound("The subject"))
                .home();
        recorder.require(Right.CASE_WRITE, home.value(), "The subject");
        if (command.unitId() != null && !command.unitId().equals(home.value())) {
            throw new RuleViolation(
                    DisciplineRules.HOME_UNIT,
                    "The member is at home elsewhere on " + on,
                    Map.of("on", on.toString(), "home", home.value().toString()));
        }
        return home;
    }

    /** Who records a body's decision holds the right at that body, not only at the subject's unit. */
    private void mayDecide(CaseFile file, DecideCase command) {
        recorder.require(Right.CASE_DECIDE, command.deciderUnitId(), "The deciding unit");
        mustBeOnPath(file, new UnitId(command.deciderUnitId()), command.signedOn());
    }

    /** DIS-12. */
    private void mustBeOnPath(CaseFile file, UnitId body, LocalDate on) {
        superiors.mustHave(DisciplineRules.BODY_ON_PATH, file.unit(), body, on, file.receivedOn());
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
        Units.Unit unit =
                units.find(decider, on, null).orElseThrow(() -> ProblemException.notFound("The deciding unit"));
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
