package tusoi.review.cycles.domain;

import tusoi.platform.rules.Rule;

/** The rules of opening a cycle; what each says stands in the profiles under {@code rules/}. */
public final class CycleRules {
    /** A cycle's year, opening day and due day fit each other. */
    public static final Rule REV_01 = new Rule("REV-01");
    /** The annual review is finished before the year's end. */
    public static final Rule REV_02 = new Rule("REV-02");
    /** One subject, one cycle of a year and kind. */
    public static final Rule REV_03 = new Rule("REV-03");
    /** Exempt and suspended members are not graded. */
    public static final Rule REV_04 = new Rule("REV-04");
    /** Newly admitted members are not graded. */
    public static final Rule REV_05 = new Rule("REV-05");
    /** Which units have a leadership collective. */
    public static final Rule REV_06 = new Rule("REV-06");

    private CycleRules() {}
}
