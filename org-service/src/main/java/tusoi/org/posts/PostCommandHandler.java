package tusoi.org.posts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.contract.OrgEvents;
import tusoi.org.contract.PostData;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.MemberDirectory;
import tusoi.org.posts.PostCommand.HoldPost;
import tusoi.org.posts.PostCommand.LeavePost;
import tusoi.org.posts.domain.PostHolding;
import tusoi.org.posts.domain.PostHolding.Change;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;
import tusoi.scope.Right;
import tusoi.scope.Scope;

@Component
class PostCommandHandler {
    private final PostHoldings holdings;
    private final UnitDirectory units;
    private final MemberDirectory members;
    private final PostAnnouncer announcer;
    private final Scope scope;

    PostCommandHandler(
            PostHoldings holdings, UnitDirectory units, MemberDirectory members, PostAnnouncer announcer, Scope scope) {
        this.holdings = holdings;
        this.units = units;
        this.members = members;
        this.announcer = announcer;
        this.scope = scope;
    }

    /** Writes a version, its audit row and its event. */
    @Component
    static class PostAnnouncer {
        private final TransactionClock clock;
        private final Audit audit;
        private final OrgEvents events;
        private final PostHoldings holdings;

        PostAnnouncer(TransactionClock clock, Audit audit, OrgEvents events, PostHoldings holdings) {
            this.clock = clock;
            this.audit = audit;
            this.events = events;
            this.holdings = holdings;
        }

        void write(PostHolding holding, Change change, PostHoldings.@Nullable Stored before) {
            Instant recordedAt = before == null ? clock.recordedAt() : clock.recordedAtAfter(before.recordedAt());
            long version = before == null ? 1 : before.version() + 1;
            holdings.save(holding, version, recordedAt);
            PostData data = data(holding);
            String type = change == Change.HELD ? "org.post-held.v1" : "org.post-left.v1";
            events.post(type, version, data);
            audit.changed(
                    type,
                    "member",
                    holding.member().value(),
                    holding.unit().value(),
                    before == null ? null : data(before.holding()),
                    data,
                    null);
        }

        private static PostData data(PostHolding holding) {
            return new PostData(
                    holding.id(),
                    holding.member().value(),
                    holding.unit().value(),
                    holding.post(),
                    holding.external(),
                    holding.from(),
                    holding.to(),
                    holding.mode().name());
        }
    }

    /** The right is asked at the member's home and at the post's unit. */
    @Transactional
    void handle(HoldPost command) {
        PostHolding holding = command.holding();
        requireAt(holding.member());
        scope.require(Right.MEMBER_WRITE, holding.unit().value());
        units.holdStill();
        boolean inForce = members.isInForce(holding.member(), holding.from());
        boolean lives =
                units.lives(holding.unit(), holding.from(), holding.from().plusDays(1));
        List<PostHolding> others = holdings.ofMember(holding.member()).stream()
                .map(PostHoldings.Stored::holding)
                .toList();
        var accepted = PostHolding.hold(holding, inForce, lives, others).orThrow(Overrides.NONE);
        announcer.write(accepted.state(), accepted.event(), null);
    }

    @Transactional
    void handle(LeavePost command) {
        requireAt(command.member());
        PostHoldings.Stored stored = holdings.lock(command.holding())
                .filter(found -> found.holding().member().equals(command.member()))
                .orElseThrow(() -> ProblemException.notFound("The post"));
        scope.require(Right.MEMBER_WRITE, stored.holding().unit().value());
        command.expected().mustBe(stored.version());
        var accepted = stored.holding().leave(command.on()).orThrow(Overrides.NONE);
        announcer.write(accepted.state(), accepted.event(), stored);
    }

    private void requireAt(MemberId member) {
        UnitId home = members.home(member).orElseThrow(() -> ProblemException.notFound("The member"));
        scope.require(Right.MEMBER_WRITE, home.value());
    }
}
