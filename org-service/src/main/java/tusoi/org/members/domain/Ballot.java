package tusoi.org.members.domain;

import static tusoi.org.members.domain.MemberRules.ORG_53;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;

/**
 * A branch's vote on admitting or recognising somebody; the base is kept with the vote.
 *
 * @param officialMembers entitled to vote
 */
public record Ballot(int officialMembers, int inFavour) {
    /** ORG-53: refused where there are more votes than voters, warned of below the majority; no ballot, no question. */
    static <S, E> Decision<S, E> judge(@Nullable Ballot ballot, RuleProfile profile, Decision<S, E> decision) {
        if (ballot == null) {
            return decision;
        }
        if (ballot.inFavour > ballot.officialMembers) {
            return Decision.refused(ORG_53, "More votes than voters", ballot.facts());
        }
        BigDecimal of = profile.number(ORG_53, "majorityOf");
        BigDecimal parts = profile.number(ORG_53, "majorityParts");
        boolean reached = BigDecimal.valueOf(ballot.inFavour)
                        .multiply(of)
                        .compareTo(BigDecimal.valueOf(ballot.officialMembers).multiply(parts))
                >= 0;
        return decision.warnUnless(
                reached,
                ORG_53,
                ballot.inFavour + " of " + ballot.officialMembers + " in favour, " + parts + "/" + of + " are wanted",
                ballot.facts());
    }

    private Map<String, Object> facts() {
        return Map.of("officialMembers", officialMembers, "inFavour", inFavour);
    }
}
