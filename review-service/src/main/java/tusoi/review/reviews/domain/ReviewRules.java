package tusoi.review.reviews.domain;

import tusoi.platform.rules.Rule;

/** The rules that guard a review; what each says stands in the profiles under {@code rules/}. */
public final class ReviewRules {
    /** Days in order and none in the future. */
    public static final Rule REV_07 = new Rule("REV-07");
    /** A collective's report reaches the participants some working days before the meeting. */
    public static final Rule REV_08 = new Rule("REV-08");
    /** No more votes than voters. */
    public static final Rule REV_09 = new Rule("REV-09");
    /** Enough of those entitled are present. */
    public static final Rule REV_10 = new Rule("REV-10");
    /** A superior or the body that the rule names decides. */
    public static final Rule REV_11 = new Rule("REV-11");
    /** Nobody below the body that the rule names decides. */
    public static final Rule REV_12 = new Rule("REV-12");
    /** Lower units and members first. */
    public static final Rule REV_13 = new Rule("REV-13");
    /** The cap on members graded EXCELLENT. */
    public static final Rule REV_14 = new Rule("REV-14");
    /** The cap on units and collectives graded EXCELLENT. */
    public static final Rule REV_15 = new Rule("REV-15");
    /** A revision changes the grade. */
    public static final Rule REV_16 = new Rule("REV-16");
    /** Units and collectives are reported upward, members are not. */
    public static final Rule REV_17 = new Rule("REV-17");

    private ReviewRules() {}
}
