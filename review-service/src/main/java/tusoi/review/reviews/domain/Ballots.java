package tusoi.review.reviews.domain;

import static tusoi.review.reviews.domain.ReviewRules.REV_09;
import static tusoi.review.reviews.domain.ReviewRules.REV_10;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;

/** The vote on a proposed grade: entitled, present, in favour. */
public record Ballots(int eligible, int present, int inFavour) {

    /** REV-09 refuses more votes than voters; REV-10 warns of too few present, the share being the profile's. */
    static <S, E> Decision<S, E> check(@Nullable Ballots ballots, Decision<S, E> accepted, RuleProfile profile) {
        if (ballots == null) {
            return accepted;
        }
        if (!ballots.canBe()) {
            return Decision.refused(
                    REV_09,
                    ballots.inFavour + " in favour, " + ballots.present + " present, " + ballots.eligible + " entitled",
                    ballots.facts());
        }
        return accepted.warnUnless(
                ballots.reachQuorum(profile),
                REV_10,
                ballots.present + " present of " + ballots.eligible + " entitled",
                ballots.facts());
    }

    private boolean canBe() {
        return inFavour >= 0 && inFavour <= present && present <= eligible;
    }

    private boolean reachQuorum(RuleProfile profile) {
        long numerator = profile.number(REV_10, "quorumNumerator").longValueExact();
        long denominator = profile.number(REV_10, "quorumDenominator").longValueExact();
        return present * denominator >= eligible * numerator;
    }

    private Map<String, Object> facts() {
        return Map.of("eligible", eligible, "present", present, "inFavour", inFavour);
    }
}
