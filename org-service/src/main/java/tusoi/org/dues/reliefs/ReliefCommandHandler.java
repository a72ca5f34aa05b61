package tusoi.org.dues.reliefs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.dues.domain.DuesRules;
import tusoi.org.dues.domain.Relief;
import tusoi.org.ids.MemberId;
import tusoi.org.members.MemberDirectory;
import tusoi.org.roster.BranchBooks;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.time.TransactionClock;
import tusoi.platform.web.IfMatch;

/** Reliefs are granted and ended at the member's home. */
@Component
class ReliefCommandHandler {
    private final MemberDirectory members;
    private final BranchBooks books;
    private final ReliefStore store;
    private final Papers papers;

    ReliefCommandHandler(MemberDirectory members, BranchBooks books, ReliefStore store, Papers papers) {
        this.members = members;
        this.books = books;
        this.store = store;
        this.papers = papers;
    }

    /** What every command writes with or looks up. */
    @Component
    record Papers(RuleProfiles profiles, TransactionClock clock, Audit audit, JsonMapper json) {}

    /** A decision as written down with the relief. */
    record Basis(String number, String body, LocalDate signedOn) {}

    /** As the audit keeps it. */
    private record Written(Relief relief, Object decision) {}

    private record Answered(String rule, String detail, String reason) {}

    @Transactional
    void grant(Relief relief, Basis basis, Overrides overrides) {
        UUID home = home(relief.member());
        books.requireKeep(home);
        store.lockOf(relief.member());
        RuleProfile profile =
                papers.profiles().on(DuesRules.TOPIC, relief.from().atDay(1));
        Accepted<Relief, Relief> accepted =
                relief.grant(store.of(relief.member()), profile).orThrow(overrides);
        List<Answered> answered = accepted.warnings().stream()
                .map(warning -> new Answered(
                        warning.rule().code(),
                        warning.detail(),
                        overrides.reasonsByRule().getOrDefault(warning.rule().code(), "")))
                .toList();
        save(
                relief,
                home,
                1,
                papers.json().writeValueAsString(basis),
                null,
                profile,
                answered,
                papers.clock().recordedAt());
        papers.audit()
                .changed(
                        "org.dues-relief-granted",
                        "member",
                        relief.member(),
                        home,
                        null,
                        new Written(relief, basis),
                        answered.isEmpty() ? null : papers.json().writeValueAsString(answered));
    }

    @Transactional
    void end(UUID id, IfMatch expected, YearMonth last, String reason) {
        UUID member = store.find(id)
                .orElseThrow(() -> ProblemException.notFound("The relief"))
                .relief()
                .member();
        UUID home = home(member);
        books.requireKeep(home);
        store.lockOf(member);
        ReliefStore.Stored stored = store.find(id).orElseThrow(() -> ProblemException.notFound("The relief"));
        expected.mustBe(stored.version());
        RuleProfile profile =
                papers.profiles().on(DuesRules.TOPIC, stored.relief().from().atDay(1));
        Relief ended = stored.relief().end(last).orThrow(Overrides.NONE).event();
        Instant recordedAt = papers.clock().recordedAtAfter(stored.recordedAt());
        save(ended, home, stored.version() + 1, store.decision(id), reason, profile, List.of(), recordedAt);
        papers.audit().changed("org.dues-relief-ended", "member", member, home, stored.relief(), ended, reason);
    }

    private void save(
            Relief relief,
            UUID unit,
            long version,
            String decision,
            @Nullable String reason,
            RuleProfile profile,
            List<Answered> answered,
            Instant recordedAt) {
        store.save(
                relief,
                unit,
                version,
                new ReliefStore.Grounds(
                        decision,
                        reason,
                        profile.code(),
                        papers.json().writeValueAsString(answered),
                        books.account(),
                        recordedAt));
    }

    private UUID home(UUID member) {
        return members.home(new MemberId(member))
                .orElseThrow(() -> ProblemException.notFound("The member"))
                .value();
    }
}
