package tusoi.org.assignments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.assignments.domain.Assignment;
import tusoi.org.assignments.domain.Assignment.Situation;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.MemberDirectory;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.IfMatch;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** The right is asked at the branch, where the assignment works; the member has to be readable. */
@Component
class AssignmentCommandHandler {
    private final Assignments assignments;
    private final AssignmentJournal journal;
    private final UnitDirectory units;
    private final MemberDirectory members;
    private final Scope scope;

    AssignmentCommandHandler(
            Assignments assignments,
            AssignmentJournal journal,
            UnitDirectory units,
            MemberDirectory members,
            Scope scope) {
        this.assignments = assignments;
        this.journal = journal;
        this.units = units;
        this.members = members;
        this.scope = scope;
    }

    record Assign(Assignment wanted, Overrides overrides) {}

    record EndAssignment(UUID assignment, IfMatch expected, LocalDate on) {}

    @Transactional
    void handle(Assign command) {
        Assignment wanted = command.wanted();
        MemberId member = wanted.member();
        UnitId home = members.home(member).orElseThrow(() -> ProblemException.notFound("The member"));
        scope.require(Right.MEMBER_READ, home.value());
        scope.require(Right.MEMBER_WRITE, wanted.branch().value());
        units.holdStill();
        boolean inForce = members.isInForce(member, wanted.from());
        Situation situation = new Situation(
                inForce,
                units.canBeHome(wanted.branch(), wanted.from(), wanted.from().plusDays(1)),
                assignments.sitsAbove(wanted));
        List<Assignment> others = assignments.ofMember(member);
        var accepted = Assignment.make(wanted, situation, others).orThrow(command.overrides());
        journal.write(accepted, null, command.overrides());
    }

    @Transactional
    void handle(EndAssignment command) {
        Assignments.Stored seen =
                assignments.find(command.assignment()).orElseThrow(() -> ProblemException.notFound("The assignment"));
        scope.require(Right.MEMBER_WRITE, seen.assignment().branch().value());
        Assignments.Stored stored = assignments.lock(command.assignment()).orElseThrow();
        command.expected().mustBe(stored.version());
        journal.write(stored.assignment().end(command.on()).orThrow(Overrides.NONE), stored, Overrides.NONE);
    }
}
