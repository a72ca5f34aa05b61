package tusoi.org.posts.kept;

import static tusoi.org.posts.domain.PostRules.ORG_89;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tusoi.org.posts.domain.PostHolding;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;
import tusoi.scope.Role;

/** ORG-89: which roles a post gives, by the profile of its first day, where {@code "POST/ROLE": 1} says so. */
@Component
public class RolesOfPosts {
    private final RuleProfiles profiles;

    public RolesOfPosts(RuleProfiles profiles) {
        this.profiles = profiles;
    }

    public Set<Role> of(PostHolding holding) {
        return holding.type()
                .map(type -> {
                    RuleProfile profile = profiles.on("org", holding.from());
                    Map<String, BigDecimal> given = profile.rule(ORG_89).numbers();
                    return Arrays.stream(Role.values())
                            .filter(role -> given.getOrDefault(type.name() + "/" + role.name(), BigDecimal.ZERO)
                                            .signum()
                                    > 0)
                            .collect(Collectors.toUnmodifiableSet());
                })
                .orElse(Set.of());
    }
}
