package tusoi.org.members;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.contract.NameData;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.MemberCommand.AdmitMember;
import tusoi.org.members.MemberCommand.ChangeMember;
import tusoi.org.members.MemberCommand.ExemptMember;
import tusoi.org.members.MemberCommand.Identity;
import tusoi.org.members.MemberCommand.RecogniseMember;
import tusoi.org.members.MemberCommand.RecordDeath;
import tusoi.org.members.MemberCommand.RegisterMember;
import tusoi.org.members.MemberCommand.TransferMember;
import tusoi.org.members.MemberJournal.Grounds;
import tusoi.org.members.domain.MemberChange;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.Movement;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.time.TransactionClock;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** One transaction per command: scope, locks, the rules, then version, decision, audit and event. */
@Component
class MemberCommandHandler {
    private final Scope scope;
    private final UnitDirectory units;
    private final MemberDirectory directory;
    private final MemberStore store;
    private final RuleProfiles profiles;
    private final TransactionClock clock;

    MemberCommandHandler(
            Scope scope,
            UnitDirectory units,
            MemberDirectory directory,
            MemberStore store,
            RuleProfiles profiles,
            TransactionClock clock) {
        this.scope = scope;
        this.units = units;
        this.directory = directory;
        this.store = store;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Transactional
    MemberId handle(RegisterMember command) {
        scope.require(Right.MEMBER_WRITE, command.member().home().value());
        units.holdStill();
        Accepted<MemberHistory, MemberChange> accepted = MemberHistory.register(
                        MemberId.next(), command.member(), units::canBeHome)
                .orThrow(Overrides.NONE);
        return add(accepted, command.identity(), command.reference(), command.basis(), null, Overrides.NONE);
    }

    @Transactional
    MemberId handle(AdmitMember command) {
        scope.require(Right.MEMBER_WRITE, command.home().value());
        units.holdStill();
        RuleProfile profile = profiles.on("org", command.on());
        Accepted<MemberHistory, MemberChange> accepted = MemberHistory.admit(
                        MemberId.next(),
                        command.home(),
                        command.on(),
                        command.identity().birthDate(),
                        profile,
                        units::canBeHome)
                .orThrow(command.overrides());
        return add(accepted, command.identity(), null, command.basis(), profile.code(), command.overrides());
    }

    @Transactional
    void handle(ChangeMember command) {
        requireAt(command.member());
        if (command instanceof TransferMember transfer) {
            scope.require(Right.MEMBER_WRITE, transfer.to().value());
        }
        units.holdStill();
        Members.Stored stored =
                store.asApp().lock(command.member()).orElseThrow(() -> ProblemException.notFound("The member"));
        command.expected().mustBe(stored.version());
        Accepted<MemberHistory, MemberChange> accepted =
                decide(stored.member(), command).orThrow(command.overrides());
        Instant recordedAt = clock.recordedAtAfter(stored.recordedAt());
        store.asApp().save(accepted.state(), stored.version() + 1, recordedAt);
        store.journalAsApp()
                .write(
                        accepted.state(),
                        accepted.event(),
                        stored.member(),
                        stored.version() + 1,
                        new Grounds(
                                command.basis(),
                                profileOf(command),
                                accepted.warnings(),
                                command.overrides(),
                                scope.account(),
                                recordedAt));
    }

    /** The unit that is home by now decides; a member of whom nothing is in scope is not found. */
    private void requireAt(MemberId member) {
        UnitId home = directory.home(member).orElseThrow(() -> ProblemException.notFound("The member"));
        scope.require(Right.MEMBER_WRITE, home.value());
    }

    private Decision<MemberHistory, MemberChange> decide(MemberHistory member, ChangeMember command) {
        return switch (command) {
            case RecogniseMember recognise ->
                member.recognise(recognise.decidedOn(), profiles.on("org", recognise.decidedOn()));
            case TransferMember transfer -> member.transfer(transfer.on(), transfer.to(), units::canBeHome);
            case ExemptMember exempt -> member.exempt(exempt.from(), exempt.to(), exempt.exempt());
            case RecordDeath death -> member.leave(death.on(), Movement.Kind.DECEASED, null);
        };
    }

    private @Nullable String profileOf(ChangeMember command) {
        LocalDate decidedOn = command instanceof RecogniseMember recognise ? recognise.decidedOn() : null;
        return decidedOn == null ? null : profiles.on("org", decidedOn).code();
    }

    private MemberId add(
            Accepted<MemberHistory, MemberChange> accepted,
            Identity identity,
            @Nullable String reference,
            MemberCommand.@Nullable Basis basis,
            @Nullable String profile,
            Overrides overrides) {
        MemberHistory member = accepted.state();
        Instant recordedAt = clock.recordedAt();
        store.asApp().add(store.person(Ids.next(), identity), member, reference, recordedAt);
        store.journalAsApp()
                .write(
                        member,
                        accepted.event(),
                        null,
                        1,
                        new Grounds(basis, profile, accepted.warnings(), overrides, scope.account(), recordedAt));
        store.announceName(member.id(), new NameData(identity.fullName()));
        return member.id();
    }
}
