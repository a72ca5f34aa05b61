package tusoi.platform.problems;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.rules.Warning;

/** Words a rule as its profile does: the one that the facts name under {@code profile}, or else the latest that has it. */
class Citations {
    private final Supplier<@Nullable RuleProfiles> profiles;

    Citations(Supplier<@Nullable RuleProfiles> profiles) {
        this.profiles = profiles;
    }

    Problem.CitedRule of(Rule rule, Map<String, Object> facts, Language language) {
        return profile(rule, facts)
                .map(profile -> cited(rule, profile, profile.rule(rule), language))
                .orElseGet(() -> new Problem.CitedRule(rule.code(), null, null, null, null));
    }

    Problem.OpenWarning of(Warning warning, Language language) {
        Problem.CitedRule cited = of(warning.rule(), warning.facts(), language);
        return new Problem.OpenWarning(
                cited.code(),
                warning.detail(),
                cited.text(),
                cited.citation(),
                cited.mark(),
                cited.profile(),
                warning.facts());
    }

    private static Problem.CitedRule cited(Rule rule, RuleProfile profile, RuleProfile.Entry entry, Language language) {
        return new Problem.CitedRule(
                rule.code(),
                entry.text().getOrDefault(language.code(), entry.text().get("vi")),
                entry.citation(),
                entry.mark().name(),
                profile.code());
    }

    private Optional<RuleProfile> profile(Rule rule, Map<String, Object> facts) {
        RuleProfiles known = profiles.get();
        if (known == null) {
            return Optional.empty();
        }
        Object named = facts.get("profile");
        return known.all().stream()
                .filter(profile -> profile.rules().containsKey(rule.code()))
                .max(Comparator.<RuleProfile, Boolean>comparing(
                                profile -> profile.code().equals(named))
                        .thenComparing(RuleProfile::validFrom));
    }
}
