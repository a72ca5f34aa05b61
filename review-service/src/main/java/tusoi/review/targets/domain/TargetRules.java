package tusoi.review.targets.domain;

import tusoi.platform.rules.Rule;

/** The rules of a target; what each says stands in the profiles under {@code rules/}. */
public final class TargetRules {
    /** A span in order and a plan above zero. */
    public static final Rule REV_18 = new Rule("REV-18");

    /** An amount fits its measure, and the measure stays once there are results. */
    public static final Rule REV_19 = new Rule("REV-19");

    /** A result is of a day of the target's span that has come, one a day and not without end. */
    public static final Rule REV_20 = new Rule("REV-20");

    /** When a result achieves its plan. */
    public static final Rule REV_21 = new Rule("REV-21");

    /** What the register counts itself has no result entered by hand. */
    public static final Rule REV_22 = new Rule("REV-22");

    private TargetRules() {}
}
