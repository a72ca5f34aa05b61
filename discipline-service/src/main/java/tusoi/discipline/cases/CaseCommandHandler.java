package tusoi.discipline.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tusoi.discipline.cases.CaseCommands.CloseCase;
import tusoi.discipline.cases.CaseCommands.CountBallots;
import tusoi.discipline.cases.CaseCommands.HoldHearing;
import tusoi.discipline.cases.CaseCommands.LinkSanction;
import tusoi.discipline.cases.CaseCommands.ReceiveCase;
import tusoi.discipline.cases.CaseCommands.ReceiveSelfReview;
import tusoi.discipline.cases.CaseCommands.StartVerification;
import tusoi.discipline.cases.domain.CaseFile;
import tusoi.discipline.cases.domain.CaseId;
import tusoi.discipline.cases.domain.DisciplineCase;
import tusoi.discipline.cases.domain.DisciplineRules;
import tusoi.discipline.cases.domain.ExternalSanction;
import tusoi.discipline.cases.domain.Proceedings.Ballot;
import tusoi.discipline.cases.domain.Proceedings.Hearing;
import tusoi.discipline.cases.domain.Proceedings.SelfReview;
import tusoi.discipline.cases.domain.Proceedings.Verification;
import tusoi.discipline.cases.domain.SubjectType;
import tusoi.discipline.days.PastDays;
import tusoi.discipline.members.MemberId;
import tusoi.discipline.members.Members;
import tusoi.discipline.members.Superiors;
import tusoi.discipline.members.UnitId;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.web.IfMatch;
import tusoi.scope.Right;

/** Each command: scope, lock, rule, save, audit, event, all in one transaction. */
@Service
class CaseCommandHandler {
    private final CaseRecorder recorder;
    private final CaseSteps steps;
    private final Members members;
    private final Superiors superiors;
    private final PastDays days;

    CaseCommandHandler(CaseRecorder recorder, CaseSteps steps, Members members, Superiors superiors, PastDays days) {
        this.recorder = recorder;
        this.steps = steps;
        this.members = members;
        this.superiors = superiors;
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
                        subject(command),
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
        steps.take(id, match, Right.CASE_WRITE, command.on(), Overrides.NONE, locked -> locked.as(
                        DisciplineCase.Received.class)
                .verify(new Verification(command.on(), command.decisionNumber())));
    }

    @Transactional
    void handle(CaseId id, IfMatch match, ReceiveSelfReview command) {
        steps.take(id, match, Right.CASE_WRITE, command.on(), Overrides.NONE, locked -> locked.as(
                        DisciplineCase.Verifying.class)
                .receive(new SelfReview(command.on(), command.submitted(), command.proposedForm())));
    }

    @Transactional
    void handle(CaseId id, IfMatch match, HoldHearing command) {
        steps.take(id, match, Right.CASE_WRITE, command.on(), Overrides.NONE, locked -> locked.as(
                        DisciplineCase.SelfReviewed.class)
                .hear(new Hearing(command.on(), command.attended())));
    }

    @Transactional
    void handle(CaseId id, IfMatch match, CountBallots command) {
        steps.take(id, match, Right.CASE_WRITE, command.on(), Overrides.NONE, locked -> {
            var heard = locked.as(DisciplineCase.Heard.class);
            UnitId body = command.bodyUnitId() == null ? heard.file().unit() : new UnitId(command.bodyUnitId());
            mustBeOnPath(heard.file(), body, command.on());
            int entitled = command.entitled() == null ? members.entitled(body, command.on()) : command.entitled();
            return heard.count(new Ballot(command.on(), body, entitled, command.valid(), command.inFavour()));
        });
    }

    @Transactional
    void handle(CaseId id, IfMatch match, CloseCase command) {
        steps.take(id, match, Right.CASE_DECIDE, command.on(), Overrides.NONE, locked -> {
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

    /** A person is the entry that goes on, by whatever entry named. */
    private UUID subject(ReceiveCase command) {
        return command.subjectType() == SubjectType.UNIT
                ? command.subjectId()
                : members.kept(new MemberId(command.subjectId())).value();
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

    /** DIS-12. */
    private void mustBeOnPath(CaseFile file, UnitId body, LocalDate on) {
        superiors.mustHave(DisciplineRules.BODY_ON_PATH, file.unit(), body, on, file.receivedOn());
    }
}
