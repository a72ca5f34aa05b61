package tusoi.review.targets.domain;

import tusoi.platform.rules.Rule;

/** The rules of a target; what each says stands in the profiles under {@code rules/}. */
public final class TargetRules {
    /** A span in order and a plan above zero. */
    public static final Rule REV_18 = new Rule("REV-18");

    private TargetRules() {}
}
