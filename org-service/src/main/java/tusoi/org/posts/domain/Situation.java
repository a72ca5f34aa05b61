package tusoi.org.posts.domain;

import static tusoi.org.posts.domain.PostRules.ORG_81;
import static tusoi.org.posts.domain.PostRules.ORG_86;
import static tusoi.org.posts.domain.PostRules.ORG_87;
import static tusoi.org.posts.domain.PostRules.ORG_98;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tusoi.org.posts.domain.Committee.Seat;
import tusoi.org.posts.domain.PostHolding.Change;
import tusoi.org.posts.domain.PostHolding.Mode;
import tusoi.org.posts.domain.PostHolding.Term;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.Warning;

/**
 * What a post is judged by on its day: things that an authority answers for, none that it cannot do.
 *
 * @param committee before the change
 * @param appointerAbove whether the unit that appointed stands above; true where nobody was appointed
 */
public record Situation(boolean probationary, boolean branch, Committee committee, boolean appointerAbove) {
    /** ORG-81 to ORG-87, ORG-98. External posts are nobody's business here. */
    public Decision<PostHolding, Change> hold(
            Decision<PostHolding, Change> decision, PostHolding holding, RuleProfile profile) {
        if (holding.external()) {
            return decision;
        }
        Optional<PostType> type = holding.type();
        Map<String, Object> facts = Map.of("post", holding.post(), "profile", profile.code());
        Decision<PostHolding, Change> judged = decision.warnUnless(
                        type.isPresent(), ORG_98, "The post is not on the list", facts)
                .warnUnless(!probationary, ORG_81, "The member is probationary", facts)
                .warnUnless(
                        holding.basis().mode() != Mode.APPOINTED || appointerAbove,
                        ORG_87,
                        "The unit that appointed does not stand above",
                        facts);
        judged = term(judged, holding, profile);
        if (type.isEmpty()) {
            return judged;
        }
        Committee after = committee.with(new Seat(holding.id(), holding.member(), type.get()));
        for (Warning warning : after.overfull(profile)) {
            if (isOf(warning, type.get())) {
                judged = add(judged, warning, profile);
            }
        }
        if (type.get() == PostType.INSPECTION_CHAIR) {
            for (Warning warning : after.chairs()) {
                judged = add(judged, warning, profile);
            }
        }
        return judged;
    }

    /** ORG-84: what is left of an inspection committee. */
    public Decision<PostHolding, Change> leave(
            Decision<PostHolding, Change> decision, PostHolding holding, RuleProfile profile) {
        Decision<PostHolding, Change> judged = decision;
        if (holding.type().map(PostType::body).orElse(PostType.Body.NONE) == PostType.Body.INSPECTION) {
            for (Warning warning : committee.without(holding.id()).understaffed(profile)) {
                judged = add(judged, warning, profile);
            }
        }
        return judged;
    }

    private Decision<PostHolding, Change> term(
            Decision<PostHolding, Change> decision, PostHolding holding, RuleProfile profile) {
        Term term = holding.basis().term();
        if (term == null) {
            return decision;
        }
        LocalDate end = holding.to();
        boolean within = !holding.from().isBefore(term.from()) && end != null && !end.isAfter(term.to());
        int months = profile.number(ORG_86, branch ? "branchTermMonths" : "termMonths")
                .intValueExact();
        Map<String, Object> facts = new HashMap<>(Map.of(
                "termFrom",
                term.from(),
                "termTo",
                term.to(),
                "validFrom",
                holding.from(),
                "months",
                months,
                "profile",
                profile.code()));
        if (end != null) {
            facts.put("validTo", end);
        }
        return decision.warnUnless(within, ORG_86, "The post is held outside its term", facts)
                .warnUnless(
                        !term.to().isAfter(term.from().plusMonths(months)),
                        ORG_86,
                        "The term is longer than " + months + " months",
                        facts);
    }

    private static boolean isOf(Warning warning, PostType type) {
        boolean inspection = warning.rule().equals(PostRules.ORG_84);
        return type.body() == (inspection ? PostType.Body.INSPECTION : PostType.Body.BRANCH);
    }

    /** With the profile by which it was judged, so that the citation is that one's. */
    private static Decision<PostHolding, Change> add(
            Decision<PostHolding, Change> decision, Warning warning, RuleProfile profile) {
        Map<String, Object> facts = new HashMap<>(warning.facts());
        facts.put("profile", profile.code());
        return decision.warnUnless(false, warning.rule(), warning.detail(), facts);
    }
}
