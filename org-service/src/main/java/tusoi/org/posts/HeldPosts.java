package tusoi.org.posts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.grants.PostGrants;
import tusoi.org.grants.PostRights;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.MemberDirectory;
import tusoi.org.posts.domain.PostHolding;
import tusoi.org.posts.domain.PostHolding.Change;
import tusoi.org.posts.domain.PostType;
import tusoi.org.posts.kept.PostHoldings;
import tusoi.org.posts.kept.PostJournal;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfiles;

/** What other slices ask of posts, within what the caller may see. */
@Component
public class HeldPosts {
    /** The posts that bring a seat on a party committee. */
    public static final List<String> COMMITTEE_POSTS = Arrays.stream(PostType.values())
            .filter(post -> post.body() == PostType.Body.COMMITTEE)
            .map(Enum::name)
            .toList();

    private final PostHoldings holdings;
    private final MemberDirectory members;
    private final PostGrants grants;
    private final PostJournal journal;
    private final RuleProfiles profiles;

    HeldPosts(
            PostHoldings holdings,
            MemberDirectory members,
            PostGrants grants,
            PostJournal journal,
            RuleProfiles profiles) {
        this.holdings = holdings;
        this.members = members;
        this.grants = grants;
        this.journal = journal;
        this.profiles = profiles;
    }

    /** In the background: since the day the holder is no member, or the unit no more; what the post gave ends with it. */
    @Transactional
    public void endOutlived(UUID holding, LocalDate on, LocalDate today) {
        PostHoldings.Stored stored = holdings.lock(holding).orElseThrow();
        PostHolding held = stored.holding();
        if (held.leave(on) instanceof Accepted<PostHolding, Change> accepted) {
            grants.follow(held.member(), holdings.rights(held), holdings.rights(accepted.state()), today);
            journal.write(
                    accepted,
                    stored,
                    new PostJournal.Grounds(profiles.on("org", on).code(), Overrides.NONE));
        }
    }

    /** What the member's posts give that are held on the day or later. */
    public List<PostRights> rightsOf(MemberId member, LocalDate today) {
        return holdings.ofMember(member).stream()
                .map(PostHoldings.Stored::holding)
                .filter(holding -> holding.to() == null || holding.to().isAfter(today))
                .map(holdings::rights)
                .toList();
    }

    /** Where the member is at home; a 404 problem where there is no such member for the caller. */
    public UnitId homeOf(MemberId member) {
        return members.home(member).orElseThrow(() -> ProblemException.notFound("The member"));
    }
}
