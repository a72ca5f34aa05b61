package tusoi.discipline.ballots;

import java.util.LinkedHashMap;
import java.util.Map;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleProfile;

/**
 * A share of those entitled, not of those present: {@code moreThan} excludes the share itself.
 *
 * @param moreThan true for "more than a half", false for "two thirds or more"
 */
public record Majority(int numerator, int denominator, boolean moreThan) {
    /** From a rule's numbers {@code numerator}, {@code denominator} and {@code moreThan} (1 or 0). */
    public static Majority of(RuleProfile profile, Rule rule) {
        return new Majority(
                profile.number(rule, "numerator").intValueExact(),
                profile.number(rule, "denominator").intValueExact(),
                profile.number(rule, "moreThan").signum() > 0);
    }

    public boolean isReached(Ballots ballots) {
        long cast = (long) ballots.inFavour() * denominator;
        long needed = (long) ballots.entitled() * numerator;
        return moreThan ? cast > needed : cast >= needed;
    }

    /** What a warning shows. */
    public Map<String, Object> facts(Ballots ballots) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("inFavour", ballots.inFavour());
        facts.put("entitled", ballots.entitled());
        facts.put("share", (moreThan ? ">" : "≥") + numerator + "/" + denominator);
        return facts;
    }
}
