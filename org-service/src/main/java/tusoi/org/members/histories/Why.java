package tusoi.org.members.histories;

import org.jspecify.annotations.Nullable;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfile;

/**
 * What a change rests on.
 *
 * @param decision a {@link Basis}, another service's case, or a reason: written down as JSON
 * @param profile the profile whose numbers decided, if any did
 */
public record Why(@Nullable Object decision, @Nullable RuleProfile profile, Overrides overrides) {
    public static Why of(@Nullable Object decision) {
        return new Why(decision, null, Overrides.NONE);
    }
}
