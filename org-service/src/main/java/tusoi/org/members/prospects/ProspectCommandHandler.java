package tusoi.org.members.prospects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.contract.OrgEvents;
import tusoi.org.contract.ProspectData;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.MemberDirectory;
import tusoi.org.members.commands.Admissions;
import tusoi.org.members.domain.Ballot;
import tusoi.org.members.histories.Basis;
import tusoi.org.members.histories.Identity;
import tusoi.platform.audit.Audit;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;
import tusoi.platform.web.IfMatch;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** What a branch does about a prospect; the admission is the membership's, by its rules. */
@Component
class ProspectCommandHandler {
    private final Scope scope;
    private final Prospects prospects;
    private final MemberDirectory members;
    private final Admissions admissions;
    private final ProspectJournal journal;

    ProspectCommandHandler(
            Scope scope, Prospects prospects, MemberDirectory members, Admissions admissions, ProspectJournal journal) {
        this.scope = scope;
        this.prospects = prospects;
        this.members = members;
        this.admissions = admissions;
        this.journal = journal;
    }

    /** An admission of a prospect as it was carried out. */
    record Admit(LocalDate on, Basis basis, @Nullable Ballot ballot, Overrides overrides) {}

    @Transactional
    UUID open(UnitId unit, Identity identity, LocalDate since) {
        scope.require(Right.MEMBER_WRITE, unit.value());
        UUID id = Ids.next();
        Instant recordedAt = journal.now();
        prospects.add(id, unit, identity, since, recordedAt);
        journal.opened(id, unit, since);
        return id;
    }

    /** An introducer is a member whom the caller sees; whether official is judged on the day of admission. */
    @Transactional
    void introduce(UUID id, IfMatch expected, MemberId introducer, LocalDate knownSince) {
        Prospects.Stored stored = lock(id, expected);
        if (members.home(introducer).isEmpty()) {
            throw ProblemException.notFound("The member");
        }
        Instant recordedAt = journal.after(stored);
        prospects.introduce(id, introducer, knownSince, recordedAt);
        prospects.touch(id, stored.version() + 1, recordedAt);
        journal.introduced(stored);
    }

    @Transactional
    MemberId admit(UUID id, IfMatch expected, Admit command) {
        Prospects.Stored stored = lock(id, expected);
        MemberId member = admissions.admit(
                stored.identity(),
                stored.unit(),
                command.on(),
                command.basis(),
                command.ballot(),
                prospects.introductions(id, command.on()),
                command.overrides());
        Instant recordedAt = journal.after(stored);
        prospects.close(id, "ADMITTED", command.on(), null, member, stored.version() + 1, recordedAt);
        journal.closed(stored, "ADMITTED", command.on(), member, null);
        return member;
    }

    @Transactional
    void close(UUID id, IfMatch expected, LocalDate on, String reason) {
        Prospects.Stored stored = lock(id, expected);
        Instant recordedAt = journal.after(stored);
        prospects.close(id, "CLOSED", on, reason, null, stored.version() + 1, recordedAt);
        journal.closed(stored, "CLOSED", on, null, reason);
    }

    private Prospects.Stored lock(UUID id, IfMatch expected) {
        Prospects.Stored stored = prospects.lock(id).orElseThrow(() -> ProblemException.notFound("The prospect"));
        scope.require(Right.MEMBER_WRITE, stored.unit().value());
        expected.mustBe(stored.version());
        if (!stored.state().equals("OPEN")) {
            throw ProblemException.wrongState("The prospect is " + stored.state());
        }
        return stored;
    }

    /** When, the audit row and the event; neither has a name in it. */
    @Component
    static class ProspectJournal {
        private final TransactionClock clock;
        private final Audit audit;
        private final OrgEvents events;

        ProspectJournal(TransactionClock clock, Audit audit, OrgEvents events) {
            this.clock = clock;
            this.audit = audit;
            this.events = events;
        }

        Instant now() {
            return clock.recordedAt();
        }

        Instant after(Prospects.Stored stored) {
            return clock.recordedAtAfter(stored.recordedAt());
        }

        void opened(UUID id, UnitId unit, LocalDate since) {
            write("org.prospect-opened.v1", 1, new ProspectData(id, unit.value(), "OPEN", since, 0, null, null), null);
        }

        void introduced(Prospects.Stored stored) {
            write(
                    "org.prospect-introduced.v1",
                    stored.version() + 1,
                    new ProspectData(
                            stored.id(),
                            stored.unit().value(),
                            "OPEN",
                            stored.since(),
                            stored.introducers() + 1,
                            null,
                            null),
                    null);
        }

        void closed(
                Prospects.Stored stored,
                String state,
                LocalDate on,
                @Nullable MemberId member,
                @Nullable String reason) {
            write(
                    member == null ? "org.prospect-closed.v1" : "org.prospect-admitted.v1",
                    stored.version() + 1,
                    new ProspectData(
                            stored.id(),
                            stored.unit().value(),
                            state,
                            stored.since(),
                            stored.introducers(),
                            on,
                            member == null ? null : member.value()),
                    reason);
        }

        private void write(String type, long version, ProspectData data, @Nullable String reason) {
            events.prospect(type, version, data);
            audit.changed(type, "prospect", data.prospectId(), data.unitId(), null, data, reason);
        }
    }
}
