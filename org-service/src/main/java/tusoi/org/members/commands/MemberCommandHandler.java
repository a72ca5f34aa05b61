package tusoi.org.members.commands;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.calendar.WorkingDays;
import tusoi.org.ids.MemberId;
import tusoi.org.members.commands.MemberCommand.AdmitMember;
import tusoi.org.members.commands.MemberCommand.ChangeMember;
import tusoi.org.members.commands.MemberCommand.ExemptMember;
import tusoi.org.members.commands.MemberCommand.ReadmitMember;
import tusoi.org.members.commands.MemberCommand.RecogniseMember;
import tusoi.org.members.commands.MemberCommand.RecordDeath;
import tusoi.org.members.commands.MemberCommand.RegisterMember;
import tusoi.org.members.commands.MemberCommand.SuspendMember;
import tusoi.org.members.domain.Admission;
import tusoi.org.members.domain.Entries;
import tusoi.org.members.domain.MemberChange;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.Movement;
import tusoi.org.members.domain.Returns;
import tusoi.org.members.domain.Suspensions;
import tusoi.org.members.histories.MemberChanges;
import tusoi.org.members.histories.Why;
import tusoi.org.members.people.Persons;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** One transaction per command: which rule decides, by which profile, on what grounds. */
@Component
class MemberCommandHandler {
    private final MemberChanges changes;
    private final Admissions admissions;
    private final Persons persons;
    private final Scope scope;
    private final UnitDirectory units;
    private final Rules rules;

    MemberCommandHandler(
            MemberChanges changes,
            Admissions admissions,
            Persons persons,
            Scope scope,
            UnitDirectory units,
            Rules rules) {
        this.changes = changes;
        this.admissions = admissions;
        this.persons = persons;
        this.scope = scope;
        this.units = units;
        this.rules = rules;
    }

    @Transactional
    MemberId handle(RegisterMember command) {
        return changes.enter(
                command.member().home(),
                command.identity(),
                command.reference(),
                Why.of(command.basis()),
                id -> Entries.register(id, command.member(), units::canBeHome));
    }

    @Transactional
    MemberId handle(AdmitMember command) {
        return admissions.admit(
                command.identity(),
                command.home(),
                command.on(),
                command.basis(),
                command.ballot(),
                null,
                command.overrides());
    }

    @Transactional
    void handle(ChangeMember command) {
        RuleProfile profile = profileOf(command);
        Why why = new Why(command.basis(), profile, command.overrides());
        if (command instanceof ReadmitMember readmit) {
            scope.require(Right.MEMBER_WRITE, readmit.home().value());
            persons.keepFirstAdmission(readmit.member());
        }
        changes.change(command.member(), command.expected(), why, member -> decide(member, command));
    }

    private Decision<MemberHistory, MemberChange> decide(MemberHistory member, ChangeMember command) {
        return switch (command) {
            case RecogniseMember recognise ->
                member.recognise(
                        recognise.decidedOn(), recognise.ballot(), rules.on(recognise.decidedOn()), rules.days());
            case ReadmitMember readmit ->
                Returns.readmit(member, admission(readmit), rules.on(readmit.on()), units::canBeHome, rules.days());
            case ExemptMember exempt -> member.exempt(exempt.from(), exempt.to(), exempt.exempt());
            case SuspendMember suspend
            when suspend.suspended() ->
                Suspensions.suspend(member, suspend.from(), suspend.to(), rules.on(suspend.from()));
            case SuspendMember lift -> Suspensions.lift(member, lift.from());
            case RecordDeath death -> member.leave(death.on(), Movement.Kind.DECEASED, null);
        };
    }

    private Admission admission(ReadmitMember readmit) {
        return new Admission(
                readmit.home(),
                readmit.on(),
                persons.birthDate(readmit.member()),
                readmit.basis().signedOn(),
                readmit.ballot(),
                null);
    }

    private @Nullable RuleProfile profileOf(ChangeMember command) {
        LocalDate on =
                switch (command) {
                    case RecogniseMember recognise -> recognise.decidedOn();
                    case ReadmitMember readmit -> readmit.on();
                    case SuspendMember suspend -> suspend.from();
                    case ExemptMember none -> null;
                    case RecordDeath none -> null;
                };
        return on == null ? null : rules.on(on);
    }

    /** The register's profile in force on a day, and the calendar that clocks go by. */
    @Component
    static class Rules {
        private final RuleProfiles profiles;
        private final WorkingDays days;

        Rules(RuleProfiles profiles, WorkingDays days) {
            this.profiles = profiles;
            this.days = days;
        }

        RuleProfile on(LocalDate day) {
            return profiles.on("org", day);
        }

        WorkingDays days() {
            return days;
        }
    }
}
