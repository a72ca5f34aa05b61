package tusoi.platform.rules;

/**
 * What a figure or a deadline rests on, to be shown beside it.
 *
 * @param mark how sure the source is
 */
public record Basis(String profile, String rule, String citation, RuleProfile.Mark mark) {
    /** Throws IllegalArgumentException where the profile has no such rule. */
    public static Basis of(RuleProfile profile, Rule rule) {
        RuleProfile.Entry entry = profile.rule(rule);
        return new Basis(profile.code(), rule.code(), entry.citation(), entry.mark());
    }
}
