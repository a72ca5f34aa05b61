package tusoi.org.studies;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.roster.AtHome;
import tusoi.org.roster.BranchBooks;
import tusoi.org.roster.Roster;
import tusoi.org.studies.Studies.Grounds;
import tusoi.org.studies.Studies.Stored;
import tusoi.org.studies.domain.Study;
import tusoi.org.studies.domain.Study.Change;
import tusoi.org.studies.domain.Study.Roll;
import tusoi.org.studies.domain.StudyList;
import tusoi.org.studies.items.ItemDesk;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.time.TransactionClock;
import tusoi.platform.web.IfMatch;

/** One transaction per command: scope, locks, the rules, then version, audit and event. */
@Component
class StudyCommandHandler {
    private static final int MEMBERS_AT_MOST = 5000;

    private final BranchBooks books;
    private final Studies studies;
    private final StudyJournal journal;
    private final ItemDesk items;
    private final Papers papers;

    StudyCommandHandler(BranchBooks books, Studies studies, StudyJournal journal, ItemDesk items, Papers papers) {
        this.books = books;
        this.studies = studies;
        this.journal = journal;
        this.items = items;
        this.papers = papers;
    }

    /** What commands look up and write with. */
    @Component
    record Papers(
            UnitDirectory units,
            Roster roster,
            RuleProfiles profiles,
            Clock clock,
            TransactionClock recorded,
            JsonMapper json) {
        LocalDate today() {
            return BusinessDays.today(clock);
        }
    }

    private record Answered(String rule, String detail, String reason) {}

    @Transactional
    void plan(Study study, Overrides overrides) {
        books.requireKeep(study.unit());
        papers.units().holdStill();
        Accepted<Study, Change> accepted = Study.plan(
                        study,
                        new HashSet<>(papers.roster().unitsUnder(study.unit(), study.heldOn())),
                        papers.profiles().on("org", study.heldOn()))
                .orThrow(overrides);
        List<Answered> answered = accepted.warnings().stream()
                .map(warning -> new Answered(
                        warning.rule().code(),
                        warning.detail(),
                        overrides.reasonsByRule().getOrDefault(warning.rule().code(), "")))
                .toList();
        Instant recordedAt = papers.recorded().recordedAt();
        studies.add(study, recordedAt);
        studies.save(study, 1, grounds(study, null, papers.json().writeValueAsString(answered), recordedAt));
        journal.write(
                study,
                accepted.event(),
                null,
                1,
                answered.isEmpty() ? null : papers.json().writeValueAsString(answered));
    }

    @Transactional
    void attend(UUID session, IfMatch expected, Roll roll) {
        books.requireKeep(studies.unitOf(session));
        papers.units().holdStill();
        Stored stored = studies.lock(session);
        expected.mustBe(stored.version());
        long version = stored.version() + 1;
        List<AtHome> atHome =
                papers.roster().under(stored.study().called(), stored.study().heldOn());
        if (atHome.size() > MEMBERS_AT_MOST) {
            throw ProblemException.tooLarge(
                    atHome.size() + " members were called; hold a session for " + MEMBERS_AT_MOST + " at most");
        }
        Accepted<Study, Change> accepted =
                stored.study().attend(roll, atHome, papers.today(), version).orThrow(Overrides.NONE);
        raise(stored, accepted.state(), accepted.event(), roll.reason());
    }

    /** Freezes the list and raises an item for each branch that is told of in it. */
    @Transactional
    void publish(UUID session, IfMatch expected) {
        books.requireKeep(studies.unitOf(session));
        Stored stored = studies.lock(session);
        expected.mustBe(stored.version());
        Accepted<Study, StudyList> accepted =
                stored.study().publish(Ids.next(), papers.today()).orThrow(Overrides.NONE);
        Grounds grounds = raise(stored, accepted.state(), Change.PUBLISHED, null);
        studies.saveList(accepted.event(), accepted.state(), grounds);
        items.raise(accepted.event(), grounds.recordedAt());
    }

    private Grounds raise(Stored stored, Study study, Change change, @Nullable String reason) {
        Instant recordedAt = papers.recorded().recordedAtAfter(stored.recordedAt());
        long version = stored.version() + 1;
        Grounds grounds = grounds(study, reason, "[]", recordedAt);
        studies.raise(study.id(), version, recordedAt);
        studies.save(study, version, grounds);
        journal.write(study, change, stored.study(), version, reason);
        return grounds;
    }

    private Grounds grounds(Study study, @Nullable String reason, String warnings, Instant recordedAt) {
        return new Grounds(
                reason, papers.profiles().on("org", study.heldOn()).code(), warnings, books.account(), recordedAt);
    }
}
