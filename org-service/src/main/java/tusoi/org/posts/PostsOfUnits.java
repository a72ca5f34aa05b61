package tusoi.org.posts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.grants.PostGrants;
import tusoi.org.ids.UnitId;
import tusoi.org.posts.domain.PostHolding;
import tusoi.org.posts.domain.PostHolding.Change;
import tusoi.org.posts.domain.PostRules;
import tusoi.org.posts.kept.PostHoldings;
import tusoi.org.posts.kept.PostJournal;
import tusoi.org.units.EndsWithUnit;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.time.BusinessDays;

/** Posts that end with their unit by the decision that ends it, and come back with it, in that decision's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PostsOfUnits implements EndsWithUnit {
    private final PostHoldings holdings;
    private final PostGrants grants;
    private final PostJournal journal;
    private final RuleProfiles profiles;
    private final Clock clock;

    PostsOfUnits(PostHoldings holdings, PostGrants grants, PostJournal journal, RuleProfiles profiles, Clock clock) {
        this.clock = clock;
        this.holdings = holdings;
        this.grants = grants;
        this.journal = journal;
        this.profiles = profiles;
    }

    /** A holding with the version it had before and the one it got. */
    public record Ended(UUID holding, long before, long version) {}

    /** ORG-48: what begins when the unit is no more has to be corrected first. */
    @Override
    public void unitEnds(UnitId unit, LocalDate on) {
        List<PostHolding> held = holdings.atUnit(unit, on).stream()
                .map(PostHoldings.Stored::holding)
                .toList();
        held.stream().filter(post -> !post.from().isBefore(on)).findFirst().ifPresent(post -> {
            throw new RuleViolation(
                    PostRules.ORG_48,
                    "A post begins at the unit when it has ended",
                    Map.of("postHoldingId", post.id(), "unit", unit.value()));
        });
        List<UUID> posts = held.stream().map(PostHolding::id).toList();
        hold(posts);
        end(posts, on, BusinessDays.today(clock));
    }

    /** Keeps others from changing them, and what they give, until the transaction ends; before its recorded time is asked for. */
    public void hold(Collection<UUID> posts) {
        posts.stream().sorted().forEach(post -> {
            holdings.lock(post);
            grants.hold(post);
        });
    }

    /** From the day on they are not held any more, and what they gave ends with them. They are held on the day before. */
    public List<Ended> end(Collection<UUID> posts, LocalDate on, LocalDate today) {
        List<Ended> ended = new ArrayList<>();
        for (UUID post : posts) {
            PostHoldings.Stored stored = holdings.find(post).orElseThrow();
            PostHolding held = stored.holding();
            var left = held.leave(on).orThrow(Overrides.NONE);
            grants.follow(held.member(), holdings.rights(held), holdings.rights(left.state()), today);
            journal.write(left, stored, grounds(on));
            ended.add(new Ended(post, stored.version(), stored.version() + 1));
        }
        return ended;
    }

    /** Those that somebody has changed since. */
    public List<UUID> changedSince(List<Ended> ended) {
        return ended.stream()
                .filter(post -> holdings.find(post.holding()).orElseThrow().version() != post.version())
                .map(Ended::holding)
                .toList();
    }

    /** Held as before, and giving what they gave; what was lent from that stays ended. */
    public void restore(List<Ended> ended, LocalDate today) {
        for (Ended post : ended) {
            PostHoldings.Stored stored = holdings.find(post.holding()).orElseThrow();
            PostHolding before = holdings.version(post.holding(), post.before());
            grants.followBack(before.member(), holdings.rights(stored.holding()), holdings.rights(before), today);
            Decision<PostHolding, Change> restored = Decision.accepted(before, Change.CORRECTED);
            if (restored instanceof Accepted<PostHolding, Change> accepted) {
                journal.write(accepted, stored, grounds(before.from()));
            }
        }
    }

    private PostJournal.Grounds grounds(LocalDate day) {
        return new PostJournal.Grounds(profiles.on("org", day).code(), Overrides.NONE);
    }
}
