package tusoi.org.posts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.grants.PostGrants;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.MemberDirectory;
import tusoi.org.posts.PostCommand.CorrectPost;
import tusoi.org.posts.PostCommand.HoldPost;
import tusoi.org.posts.PostCommand.LeavePost;
import tusoi.org.posts.domain.PostHolding;
import tusoi.org.posts.domain.PostHolding.Change;
import tusoi.org.posts.kept.PostHoldings;
import tusoi.org.posts.kept.PostJournal;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** A post, what it gives to the holder's account, and what is to be said of the committee: one transaction. */
@Component
class PostCommandHandler {
    private final PostHoldings holdings;
    private final Judgement judgement;
    private final PostJournal journal;
    private final PostGrants grants;
    private final Scope scope;

    PostCommandHandler(
            PostHoldings holdings, Judgement judgement, PostJournal journal, PostGrants grants, Scope scope) {
        this.holdings = holdings;
        this.judgement = judgement;
        this.journal = journal;
        this.grants = grants;
        this.scope = scope;
    }

    /** What the rules ask of members, committees and profiles. */
    @Component
    record Judgement(MemberDirectory members, Committees committees, RuleProfiles profiles) {
        RuleProfile on(LocalDate day) {
            return profiles.on("org", day);
        }
    }

    /** The right is asked at the member's home and at the post's unit. */
    @Transactional
    void handle(HoldPost command) {
        PostHolding holding = command.holding();
        requireAt(holding.member(), holding.unit());
        judgement.committees().holdStill(holding.unit());
        boolean inForce = judgement.members().isInForce(holding.member(), holding.from());
        boolean lives = judgement.committees().lives(holding.unit(), holding.from());
        Decision<PostHolding, Change> possible = PostHolding.hold(holding, inForce, lives, others(holding.member()));
        decided(possible, holding, null, command.overrides(), command.today());
    }

    @Transactional
    void handle(LeavePost command) {
        PostHoldings.Stored stored = locked(command.member(), command.holding());
        PostHolding holding = stored.holding();
        command.expected().mustBe(stored.version());
        RuleProfile profile = judgement.on(command.on());
        Accepted<PostHolding, Change> accepted = judgement
                .committees()
                .situation(holding, command.on())
                .leave(holding.leave(command.on()), holding, profile)
                .orThrow(command.overrides());
        write(accepted, stored, new PostJournal.Grounds(profile.code(), command.overrides()), command.today());
    }

    @Transactional
    void handle(CorrectPost command) {
        PostHoldings.Stored stored = locked(command.member(), command.holding());
        PostHolding holding = stored.holding();
        command.expected().mustBe(stored.version());
        LocalDate from = command.right().from();
        boolean inForce = judgement.members().isInForce(holding.member(), from);
        boolean lives = judgement.committees().lives(holding.unit(), from);
        Decision<PostHolding, Change> possible =
                holding.correct(command.right(), inForce, lives, others(holding.member()));
        decided(possible, holding, stored, command.overrides(), command.today());
    }

    private void decided(
            Decision<PostHolding, Change> possible,
            PostHolding asked,
            PostHoldings.@Nullable Stored before,
            Overrides overrides,
            LocalDate today) {
        PostHolding wanted = possible instanceof Accepted<PostHolding, Change> accepted ? accepted.state() : asked;
        RuleProfile profile = judgement.on(wanted.from());
        Accepted<PostHolding, Change> accepted = judgement
                .committees()
                .situation(wanted, wanted.from())
                .hold(possible, wanted, profile)
                .orThrow(overrides);
        write(accepted, before, new PostJournal.Grounds(profile.code(), overrides), today);
    }

    /** The grants first, as their locks come before the recorded time. */
    private void write(
            Accepted<PostHolding, Change> accepted,
            PostHoldings.@Nullable Stored before,
            PostJournal.Grounds grounds,
            LocalDate today) {
        PostHolding holding = accepted.state();
        grants.follow(
                holding.member(),
                before == null ? null : holdings.rights(before.holding()),
                holdings.rights(holding),
                today);
        journal.write(accepted, before, grounds);
    }

    private List<PostHolding> others(MemberId member) {
        return holdings.ofMember(member).stream()
                .map(PostHoldings.Stored::holding)
                .toList();
    }

    private PostHoldings.Stored locked(MemberId member, UUID id) {
        PostHoldings.Stored seen = holdings.find(id)
                .filter(found -> found.holding().member().equals(member))
                .orElseThrow(() -> ProblemException.notFound("The post"));
        requireAt(member, seen.holding().unit());
        judgement.committees().holdStill(seen.holding().unit());
        return holdings.lock(id).orElseThrow();
    }

    private void requireAt(MemberId member, UnitId unit) {
        UnitId home = judgement.members().home(member).orElseThrow(() -> ProblemException.notFound("The member"));
        scope.require(Right.MEMBER_WRITE, home.value());
        scope.require(Right.MEMBER_WRITE, unit.value());
    }
}
