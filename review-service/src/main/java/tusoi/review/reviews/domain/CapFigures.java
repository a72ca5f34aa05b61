package tusoi.review.reviews.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleProfile;

/**
 * The others of the group that a cap is counted in, by grade: the decided one, or the proposed one while none is decided, so that
 * the order in which a meeting's grades are entered does not matter.
 *
 * @param excellentDecided graded EXCELLENT already
 * @param excellentProposed proposed for it, not decided
 * @param good graded or proposed GOOD
 * @param lower graded or proposed below
 */
public record CapFigures(int excellentDecided, int excellentProposed, int good, int lower) {
    public static final CapFigures NONE = new CapFigures(0, 0, 0, 0);

    /** What a cap's percentage is taken of; a profile names it by its number (rules B.5: the wording is ambiguous). */
    public enum Base {
        GRADED_GOOD,
        GOOD_OR_BETTER,
        ALL_GRADED;

        static Base of(RuleProfile profile, Rule rule) {
            return values()[profile.number(rule, "base").intValueExact() - 1];
        }
    }

    /** One more is graded EXCELLENT: is that within the profile's share of the base, rounded down? */
    boolean allowOneMore(RuleProfile profile, Rule rule) {
        return excellentDecided + 1 <= allowed(profile, rule);
    }

    int allowed(RuleProfile profile, Rule rule) {
        return profile.number(rule, "percent")
                .multiply(BigDecimal.valueOf(base(Base.of(profile, rule))))
                .divide(BigDecimal.valueOf(100), RoundingMode.DOWN)
                .setScale(0, RoundingMode.DOWN)
                .intValueExact();
    }

    private int base(Base base) {
        int withThisOne = excellentDecided + excellentProposed + 1;
        return switch (base) {
            case GRADED_GOOD -> good;
            case GOOD_OR_BETTER -> good + withThisOne;
            case ALL_GRADED -> good + lower + withThisOne;
        };
    }

    Map<String, Object> facts(RuleProfile profile, Rule rule) {
        Base base = Base.of(profile, rule);
        return Map.of(
                "excellentWithThisOne", excellentDecided + 1,
                "allowed", allowed(profile, rule),
                "percent", profile.number(rule, "percent"),
                "baseName", base.name(),
                "base", base(base));
    }
}
