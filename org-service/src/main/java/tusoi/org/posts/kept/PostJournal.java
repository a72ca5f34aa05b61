package tusoi.org.posts.kept;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.contract.OrgEvents;
import tusoi.org.contract.PostData;
import tusoi.org.ids.UnitId;
import tusoi.org.posts.domain.PostHolding;
import tusoi.org.posts.domain.PostHolding.Change;
import tusoi.org.posts.domain.PostHolding.Term;
import tusoi.platform.audit.Audit;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;

/** Writes a version with the warnings and what was answered to them, its audit row and its event. */
@Component
public class PostJournal {
    private final TransactionClock clock;
    private final Audit audit;
    private final OrgEvents events;
    private final PostHoldings holdings;
    private final JsonMapper json;

    public PostJournal(TransactionClock clock, Audit audit, OrgEvents events, PostHoldings holdings, JsonMapper json) {
        this.clock = clock;
        this.audit = audit;
        this.events = events;
        this.holdings = holdings;
        this.json = json;
    }

    /** A warning and the reason given for going past it. */
    public record Answered(String rule, String detail, String reason) {}

    /** @param profile by which it was judged */
    public record Grounds(String profile, Overrides overrides) {}

    public void write(Accepted<PostHolding, Change> accepted, PostHoldings.@Nullable Stored before, Grounds grounds) {
        PostHolding holding = accepted.state();
        List<Answered> answered = accepted.warnings().stream()
                .map(warning -> new Answered(
                        warning.rule().code(),
                        warning.detail(),
                        grounds.overrides()
                                .reasonsByRule()
                                .getOrDefault(warning.rule().code(), "")))
                .toList();
        String warnings = json.writeValueAsString(answered);
        Instant recordedAt = before == null ? clock.recordedAt() : clock.recordedAtAfter(before.recordedAt());
        long version = before == null ? 1 : before.version() + 1;
        holdings.save(holding, version, recordedAt, grounds.profile(), warnings);
        PostData data = data(holding);
        String type = accepted.event() == Change.LEFT ? "org.post-left.v1" : "org.post-held.v1";
        events.post(type, version, data);
        audit.changed(
                accepted.event() == Change.CORRECTED ? "org.post-corrected" : type,
                "member",
                holding.member().value(),
                holding.unit().value(),
                before == null ? null : data(before.holding()),
                data,
                answered.isEmpty() ? null : warnings);
    }

    private static PostData data(PostHolding holding) {
        Term term = holding.basis().term();
        return new PostData(
                holding.id(),
                holding.member().value(),
                holding.unit().value(),
                holding.post(),
                holding.external(),
                holding.from(),
                holding.to(),
                holding.basis().mode().name(),
                term == null ? null : term.from(),
                term == null ? null : term.to(),
                value(holding.basis().appointedBy()));
    }

    private static @Nullable UUID value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }
}
