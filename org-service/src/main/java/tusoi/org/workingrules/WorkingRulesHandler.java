package tusoi.org.workingrules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.contract.BranchLifeEvents;
import tusoi.org.contract.WorkingRulesData;
import tusoi.org.ids.UnitId;
import tusoi.org.roster.AtHome;
import tusoi.org.roster.BranchBooks;
import tusoi.org.roster.Roster;
import tusoi.org.units.UnitDirectory;
import tusoi.org.workingrules.WorkingRulesStore.Grounds;
import tusoi.org.workingrules.WorkingRulesStore.Stored;
import tusoi.org.workingrules.domain.WorkingRules;
import tusoi.org.workingrules.domain.WorkingRules.Change;
import tusoi.org.workingrules.domain.WorkingRules.Known;
import tusoi.org.workingrules.domain.WorkingRules.Task;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.time.TransactionClock;
import tusoi.platform.web.IfMatch;

/** One transaction per command: scope, the unit's working rules locked, the rules, then version, audit and event. */
@Component
class WorkingRulesHandler {
    private final BranchBooks books;
    private final UnitDirectory units;
    private final Roster roster;
    private final WorkingRulesStore store;
    private final Papers papers;

    WorkingRulesHandler(BranchBooks books, UnitDirectory units, Roster roster, WorkingRulesStore store, Papers papers) {
        this.books = books;
        this.units = units;
        this.roster = roster;
        this.store = store;
        this.papers = papers;
    }

    /** What every command writes with or looks up. */
    @Component
    record Papers(
            RuleProfiles profiles, TransactionClock clock, Audit audit, BranchLifeEvents events, JsonMapper json) {}

    private record Answered(String rule, String detail, String reason) {}

    @Transactional
    void file(WorkingRules rules, Overrides overrides) {
        books.requireKeep(rules.unit());
        units.holdStill();
        store.lockOf(rules.unit());
        write(rules.file(Change.FILED, known(rules)).orThrow(overrides), null, null, overrides);
    }

    /** The corrected ones are of the same unit. */
    @Transactional
    void correct(WorkingRules corrected, IfMatch expected, String reason, Overrides overrides) {
        Stored stored = locked(corrected.id(), expected);
        units.holdStill();
        WorkingRules rules = new WorkingRules(
                corrected.id(),
                stored.rules().unit(),
                corrected.documentNumber(),
                corrected.adoptedOn(),
                corrected.validFrom(),
                corrected.validTo(),
                corrected.attachment(),
                corrected.tasks());
        write(rules.file(Change.CORRECTED, known(rules)).orThrow(overrides), stored, reason, overrides);
    }

    @Transactional
    void end(UUID id, IfMatch expected, LocalDate on, String reason) {
        Stored stored = locked(id, expected);
        write(stored.rules().end(on).orThrow(Overrides.NONE), stored, reason, Overrides.NONE);
    }

    private Stored locked(UUID id, IfMatch expected) {
        UUID unit = found(id).rules().unit();
        books.requireKeep(unit);
        store.lockOf(unit);
        Stored stored = found(id);
        expected.mustBe(stored.version());
        return stored;
    }

    private Stored found(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemException.notFound("The working rules"));
    }

    private Known known(WorkingRules rules) {
        LocalDate day = rules.validFrom();
        return new Known(
                units.lives(new UnitId(rules.unit()), day, day.plusDays(1)),
                roster.under(List.of(rules.unit()), day).stream()
                        .map(AtHome::memberId)
                        .collect(Collectors.toSet()),
                store.others(rules));
    }

    private void write(
            Accepted<WorkingRules, Change> accepted,
            @Nullable Stored before,
            @Nullable String reason,
            Overrides overrides) {
        WorkingRules rules = accepted.state();
        List<Answered> answered = accepted.warnings().stream()
                .map(warning -> new Answered(
                        warning.rule().code(),
                        warning.detail(),
                        overrides.reasonsByRule().getOrDefault(warning.rule().code(), "")))
                .toList();
        Instant recordedAt =
                before == null ? papers.clock().recordedAt() : papers.clock().recordedAtAfter(before.recordedAt());
        long version = before == null ? 1 : before.version() + 1;
        String profile = papers.profiles().on("org", rules.validFrom()).code();
        store.save(
                rules,
                version,
                new Grounds(reason, profile, papers.json().writeValueAsString(answered), books.account(), recordedAt));
        String type =
                switch (accepted.event()) {
                    case FILED -> "org.working-rules-filed.v1";
                    case CORRECTED -> "org.working-rules-corrected.v1";
                    case ENDED -> "org.working-rules-ended.v1";
                };
        WorkingRulesData data = data(rules);
        papers.events().workingRules(type, version, data);
        papers.audit()
                .changed(
                        type,
                        "unit",
                        rules.unit(),
                        rules.unit(),
                        before == null ? null : data(before.rules()),
                        data,
                        answered.isEmpty() ? reason : papers.json().writeValueAsString(answered));
    }

    private static WorkingRulesData data(WorkingRules rules) {
        return new WorkingRulesData(
                rules.id(),
                rules.unit(),
                rules.documentNumber(),
                rules.adoptedOn(),
                rules.validFrom(),
                rules.validTo(),
                rules.attachment().sha256(),
                rules.tasks().stream().map(Task::memberId).distinct().sorted().toList());
    }
}
